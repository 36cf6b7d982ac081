package io.github.bpflinker.cli;

import io.github.bpflinker.elf.BpfFunction;
import io.github.bpflinker.elf.BpfObject;
import io.github.bpflinker.elf.OptionalSection;
import io.github.bpflinker.kernel.table.KernelFacts;
import java.util.Set;

/**
 * Where a program is to be attached, as the command line says it: a section, or only what stands behind the slash there, or
 * a target that sections do not have.
 *
 * @param isSection whether the text is that of a section
 * @param text the section, or a network interface, cgroup, network namespace or map
 */
record AttachArgument(boolean isSection, String text) {

    /** Sections that end with a target. */
    private static final Set<String> WITH_TARGET = Set.of(
            "tp",
            "tracepoint",
            "raw_tp",
            "raw_tracepoint",
            "raw_tp.w",
            "raw_tracepoint.w",
            "tp_btf",
            "fentry",
            "fexit",
            "fmod_ret",
            "lsm",
            "kprobe",
            "kretprobe",
            "ksyscall",
            "kretsyscall",
            "kprobe.multi",
            "kretprobe.multi",
            "kprobe.session",
            "uprobe",
            "uretprobe",
            "uprobe.multi",
            "uretprobe.multi",
            "uprobe.session",
            "usdt",
            "iter");

    private static final Set<String> TRACEPOINTS = Set.of("tp", "tracepoint");

    /** What the user wrote for a program of an object. */
    static AttachArgument of(BpfObject object, String program, String text) {
        String own = object.programs().stream()
                .filter(function -> function.name().equals(program))
                .findFirst()
                .map(AttachArgument::section)
                .orElse("");
        if (own.isEmpty() || KernelFacts.get().section(text).isPresent()) {
            return new AttachArgument(true, text);
        }
        String kind = own.split("/", 2)[0];
        String plain = kind.endsWith(".s") ? kind.substring(0, kind.length() - 2) : kind;
        if (!WITH_TARGET.contains(plain)) {
            return new AttachArgument(false, text);
        }
        return new AttachArgument(true, kind + "/" + (TRACEPOINTS.contains(plain) ? text.replace(':', '/') : text));
    }

    private static String section(BpfFunction function) {
        return OptionalSection.withoutMark(function.section().name());
    }
}
