package io.github.bpflinker.kernel.table;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a section name makes of the programs in it.
 *
 * @param pattern the name; with a trailing + one that may be followed by a slash and more
 * @param type the program type, {@code BPF_PROG_TYPE_…}
 * @param attach the expected attach type; empty if there is none
 * @param feature what the kernel must know
 * @param traits what loaders do about such programs beyond that
 */
public record ProgramSection(String pattern, String type, Optional<String> attach, Feature feature, Set<Trait> traits) {

    /** What libbpf calls the flags of a section's definition. */
    public enum Trait {
        /** Attached to what a BTF type describes, whose id the kernel gets when it loads the program. */
        BTF("btf"),
        /** Kernels without the field for the attach type, before 4.17, load it without. */
        OPTIONAL_ATTACH("optional-attach"),
        /** It may sleep: {@code BPF_F_SLEEPABLE}. */
        SLEEPABLE("sleepable"),
        /** It takes packets in several buffers: {@code BPF_F_XDP_HAS_FRAGS}. */
        FRAGS("frags"),
        /** Kernels from 6.6 attach it as {@code BPF_TRACE_UPROBE_MULTI}. */
        USDT("usdt");

        private final String id;

        Trait(String id) {
            this.id = id;
        }

        static Set<Trait> parse(String words) {
            Set<Trait> traits = EnumSet.noneOf(Trait.class);
            for (Trait trait : values()) {
                if (List.of(words.split(" ", -1)).contains(trait.id)) {
                    traits.add(trait);
                }
            }
            return traits;
        }
    }

    public ProgramSection {
        traits = Set.copyOf(traits);
    }

    public boolean has(Trait trait) {
        return traits.contains(trait);
    }

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
