package io.github.bpflinker.kernel.table;

import io.github.bpflinker.diagnostic.Remedy;
import io.github.bpflinker.version.KernelVersion;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A feature of the kernel or of loaders that a BPF object can use.
 *
 * @param name its name in the kernel, in libbpf or in the tables
 * @param since the first release with the feature; empty if no kernel has it
 * @param remedies the remedies for kernels without it, the best first
 */
public record Feature(Kind kind, String name, Optional<KernelVersion> since, List<Remedy> remedies) {

    /** The area of a feature. */
    public enum Kind {
        HELPER,
        KFUNC,
        MAP_TYPE,
        MAP_FLAG,
        /** A special field of a map value, such as a lock. */
        MAP_FIELD,
        /** A program type with its attach type, named by the section. */
        PROGRAM,
        /** An instruction, or a property of code. */
        CODE,
        /** A size that the verifier limits. */
        LIMIT,
        BTF,
        /** Implemented by the loader. */
        LOADER;

        /** The name in lower case with dashes. */
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

    /** Creates a feature that no kernel has. */
    public static Feature ofNoKernel(Kind kind, String name, Remedy... remedies) {
        return new Feature(kind, name, Optional.empty(), List.of(remedies));
    }

    /** Whether that kernel has it. */
    public boolean isIn(KernelVersion kernel) {
        return since.map(kernel::isAtLeast).orElse(false);
    }
}
