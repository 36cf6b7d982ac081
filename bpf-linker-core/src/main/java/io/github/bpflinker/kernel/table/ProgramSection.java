package io.github.bpflinker.kernel.table;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The program type and properties that libbpf derives from a section name.
 *
 * @param pattern the section name; a trailing + means that a slash and more text can follow
 * @param type the program type, {@code BPF_PROG_TYPE_…}
 * @param attach the expected attach type; empty if there is none
 * @param feature the feature that the kernel must have to load and attach the program
 * @param loads the releases that load the program; older ones than those of {@code feature} don't check the attach type
 * @param traits further properties for loaders
 */
public record ProgramSection(
        String pattern, String type, Optional<String> attach, Feature feature, Releases loads, Set<Trait> traits) {

    /** The flags of libbpf's section definitions ({@code SEC_DEF}). */
    public enum Trait {
        /** Attached to a BTF type, whose id is passed to the kernel when the program is loaded. */
        BTF("btf"),
        /** The attach type is optional: kernels before 4.17, which lack the field, accept the program without it. */
        OPTIONAL_ATTACH("optional-attach"),
        /** The program can sleep: {@code BPF_F_SLEEPABLE}. */
        SLEEPABLE("sleepable"),
        /** The program supports packets in several buffers: {@code BPF_F_XDP_HAS_FRAGS}. */
        FRAGS("frags"),
        /** Kernels from 6.6 attach it as {@code BPF_TRACE_UPROBE_MULTI}. */
        USDT("usdt");

        private final String id;

        Trait(String id) {
            this.id = id;
        }

        static Set<Trait> parse(String words) {
            Set<Trait> traits = EnumSet.noneOf(Trait.class);
            if (!words.isEmpty()) {
                List<String> ids = FactTable.split(words, ' ');
                for (Trait trait : values()) {
                    if (ids.contains(trait.id)) {
                        traits.add(trait);
                    }
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

    /** Whether newer kernels can give each function of the program a private stack. */
    public boolean hasPrivateStack() {
        return TRACING.contains(type) && attach.filter("BPF_TRACE_ITER"::equals).isEmpty();
    }

    /** What the kernel must have to load the program. */
    public Feature loading() {
        return new Feature(feature.kind(), feature.name(), loads, true, feature.remedies());
    }

    /** Whether the section name matches, by libbpf's rules. */
    boolean matches(String section) {
        if (!pattern.endsWith("+")) {
            return section.equals(pattern);
        }
        int length = pattern.length() - 1;
        return section.regionMatches(0, pattern, 0, length)
                && (section.length() == length || section.charAt(length) == '/');
    }
}
