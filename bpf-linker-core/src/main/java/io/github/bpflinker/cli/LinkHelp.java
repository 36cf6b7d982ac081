package io.github.bpflinker.cli;

import io.github.bpflinker.option.LinkOption;
import io.github.bpflinker.option.LinkOption.Shape;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The help of the command {@code link}, formatted by picocli. */
final class LinkHelp {

    private LinkHelp() {}

    static void print(PrintStream out) {
        CommandSpec spec = CommandSpec.create().name("bpf-linker");
        LinkOption.all().forEach(option -> option.help().ifPresent(help -> spec.addOption(spec(option, help))));
        spec.usageMessage()
                .customSynopsis(
                        "bpf-linker [OPTION…] -o FILE INPUT…",
                        "       bpf-linker llvm | inspect | requires | load | btf-dump | clang … (--help of each says more)")
                .description(
                        "%nLinks LLVM bitcode of Rust and C into a BPF object. An INPUT is bitcode, LLVM IR, an object"
                                + " with or without embedded bitcode, or an archive of them; @FILE stands for the arguments in"
                                + " FILE.%n")
                .sortOptions(false)
                .width(100)
                .footer(examples().toArray(String[]::new));
        new CommandLine(spec).usage(out, Help.Ansi.OFF);
    }

    private static OptionSpec spec(LinkOption<?> option, String help) {
        return OptionSpec.builder(option.spellings().toArray(String[]::new))
                .paramLabel(option.label())
                .description(help.replace("%", "%%"))
                .type(option.shape() == Shape.FLAG ? boolean.class : String.class)
                .arity(arity(option.shape()))
                .build();
    }

    private static String arity(Shape shape) {
        return switch (shape) {
            case FLAG -> "0";
            case BOOLEAN, NUMBER -> "0..1";
            case VALUE, LIST -> "1";
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
        lines.add("  bpf-linker btf-dump --format c /sys/kernel/btf/vmlinux -o vmlinux.h");
        lines.add("  bpf-linker load prog.o           ask the running kernel whether it accepts it");
        return lines;
    }
}
