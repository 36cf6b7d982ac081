package io.github.bpflinker.kernel.table;

import io.github.bpflinker.version.KernelVersion;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Something that a BPF object can use.
 *
 * @param name as the kernel, libbpf or the tables call it
 * @param since the release that brought it; empty if no kernel has it
 * @param remedies what helps on kernels without it, best first
 */
public record Feature(Kind kind, String name, Optional<KernelVersion> since, List<Remedy> remedies) {

    /** What a feature is a part of. */
    public enum Kind {
        HELPER,
        KFUNC,
        MAP_TYPE,
        MAP_FLAG,
        /** Something in the value of a map that the kernel looks after, such as a lock. */
        MAP_FIELD,
        /** A program type with its attach type, named by the section. */
        PROGRAM,
        /** An instruction, or what instructions make up. */
        CODE,
        /** A size, and what the verifier allows at most. */
        LIMIT,
        BTF,
        /** What the loader does before the kernel sees anything. */
        LOADER;

        /** In lower case with dashes. */
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public Feature {
        remedies = List.copyOf(remedies);
    }

    static Feature of(Kind kind, String name, KernelVersion since, Remedy... remedies) {
        return new Feature(kind, name, Optional.of(since), List.of(remedies));
    }

    /** One that no kernel has. */
    public static Feature ofNoKernel(Kind kind, String name, Remedy... remedies) {
        return new Feature(kind, name, Optional.empty(), List.of(remedies));
    }

    /** Whether that kernel has it. */
    public boolean isIn(KernelVersion kernel) {
        return since.map(kernel::isAtLeast).orElse(false);
    }
}
