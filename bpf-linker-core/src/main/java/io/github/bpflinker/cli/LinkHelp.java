package io.github.bpflinker.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help;

/** The help of the command {@code link}, formatted by picocli. */
final class LinkHelp {

    private LinkHelp() {}

    static void print(PrintStream out) {
        CommandLine commandLine = LinkSpec.commandLine();
        commandLine
                .getCommandSpec()
                .usageMessage()
                .customSynopsis(
                        "bpf-linker [OPTION…] -o FILE INPUT…",
                        "       bpf-linker llvm | inspect | requires | load | btf-dump | clang … (--help of each says more)")
                .description(
                        "%nLinks LLVM bitcode of Rust and C into a BPF object. An INPUT is bitcode, LLVM IR, an object"
                                + " with embedded bitcode, or an archive of them; @FILE stands for the arguments in"
                                + " FILE.%n")
                .sortOptions(false)
                .width(100)
                .footer(examples().toArray(String[]::new));
        commandLine.usage(out, Help.Ansi.OFF);
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
