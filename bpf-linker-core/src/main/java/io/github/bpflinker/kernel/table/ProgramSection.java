package io.github.bpflinker.kernel.table;

import java.util.Optional;
import java.util.Set;

/**
 * What a section name makes of the programs in it.
 *
 * @param pattern the name; with a trailing + one that may be followed by a slash and more
 * @param type the program type, {@code BPF_PROG_TYPE_…}
 * @param attach the expected attach type; empty if there is none
 * @param feature what the kernel must know
 */
public record ProgramSection(String pattern, String type, Optional<String> attach, Feature feature) {

    private static final Set<String> TRACING = Set.of(
            "BPF_PROG_TYPE_KPROBE",
            "BPF_PROG_TYPE_TRACEPOINT",
            "BPF_PROG_TYPE_PERF_EVENT",
            "BPF_PROG_TYPE_RAW_TRACEPOINT",
            "BPF_PROG_TYPE_TRACING");

    /** Whether newer kernels can give each function of such a program a stack of its own. */
    public boolean hasPrivateStack() {
        return TRACING.contains(type);
    }

    /** As libbpf matches names. */
    boolean matches(String section) {
        if (!pattern.endsWith("+")) {
            return section.equals(pattern);
        }
        String prefix = pattern.substring(0, pattern.length() - 1);
        return section.equals(prefix) || section.startsWith(prefix + "/");
    }
}
