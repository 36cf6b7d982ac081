package io.github.bpflinker.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The help of the command {@code link}, laid out by picocli from {@link LinkOption}. */
final class LinkHelp {

    private LinkHelp() {}

    static void print(PrintStream out) {
        CommandSpec spec = CommandSpec.create().name("bpf-linker");
        spec.usageMessage()
                .customSynopsis(
                        "bpf-linker [OPTION…] -o FILE INPUT…",
                        "       bpf-linker llvm | inspect | requires | clang | load … (--help of each says more)")
                .description(
                        "%nLinks LLVM bitcode of Rust and C into a BPF object. An INPUT is bitcode, LLVM IR, an object"
                                + " with embedded bitcode, or an archive of them; @FILE stands for the arguments in"
                                + " FILE.%n")
                .sortOptions(false)
                .width(100)
                .footer(examples().toArray(String[]::new));
        spec.addPositional(PositionalParamSpec.builder()
                .paramLabel("INPUT…")
                .hidden(true)
                .type(List.class)
                .auxiliaryTypes(String.class)
                .build());
        for (LinkOption option : LinkOption.values()) {
            if (option.help() != null) {
                spec.addOption(spec(option, option.help()));
            }
        }
        new CommandLine(spec).usage(out, Help.Ansi.OFF);
    }

    private static OptionSpec spec(LinkOption option, String help) {
        OptionSpec.Builder builder =
                OptionSpec.builder(option.spellings().toArray(String[]::new)).description(help.replace("%", "%%"));
        return switch (option.shape()) {
            case FLAG -> builder.type(boolean.class).arity("0").build();
            case VALUE ->
                builder.type(String.class).arity("1").paramLabel(option.label()).build();
            case LIST ->
                builder.type(List.class)
                        .auxiliaryTypes(String.class)
                        .splitRegex(",")
                        .arity("1")
                        .paramLabel(option.label())
                        .build();
            case BOOLEAN ->
                builder.type(String.class)
                        .arity("0..1")
                        .paramLabel(option.label())
                        .build();
        };
    }

    private static List<String> examples() {
        List<String> lines = new ArrayList<>();
        lines.add("%nExamples:");
        lines.add("  clang --target=bpf -O2 -g -emit-llvm -c filter.bpf.c -o filter.bc");
        lines.add("  bpf-linker --btf -o filter.bpf.o filter.bc libcommon.a");
        lines.add("  rustc --target bpfel-unknown-none -O -C panic=abort -C linker=bpf-linker prog.rs");
        lines.add("  bpf-linker --emit obj,asm --cpu v3 --export xdp_pass -o prog.o prog.bc");
        lines.add("  bpf-linker llvm prog.bc          which LLVM a link of prog.bc would use");
        lines.add("  bpf-linker inspect prog.o        programs, maps and sections of an object");
        lines.add("  bpf-linker requires prog.o       the oldest kernel that can load it, and why");
        lines.add("  bpf-linker load prog.o           ask the running kernel whether it accepts it");
        return lines;
    }
}
