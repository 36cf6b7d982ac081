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
 * @param releases the releases that have it
 * @param isKnown whether the tables know it; what they don't know can be newer than the tables
 * @param remedies the remedies for kernels without it, the best first
 */
public record Feature(Kind kind, String name, Releases releases, boolean isKnown, List<Remedy> remedies) {

    /** The newest release that the tables describe. */
    public static final KernelVersion NEWEST_KNOWN = new KernelVersion(7, 3);

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

    static Feature of(Kind kind, String name, Releases releases, Remedy... remedies) {
        return new Feature(kind, name, releases, true, List.of(remedies));
    }

    /** Creates a feature that no kernel has. */
    public static Feature ofNoKernel(Kind kind, String name, Remedy... remedies) {
        return of(kind, name, Releases.NONE, remedies);
    }

    /** Creates a feature that the tables don't know: of a kernel after {@link #NEWEST_KNOWN}, of a module, or of none. */
    public static Feature unknown(Kind kind, String name, Remedy... remedies) {
        return new Feature(kind, name, Releases.NONE, false, List.of(remedies));
    }

    /** The release of the main line that brought it; empty if no kernel has it or it is not known. */
    public Optional<KernelVersion> since() {
        return releases.since();
    }

    /** The first release that lacks it again. */
    public Optional<KernelVersion> until() {
        return releases.until();
    }

    /** Whether that kernel has it. */
    public boolean isIn(KernelVersion kernel) {
        return releases.contains(kernel);
    }

    /** The same with a note after its name, in parentheses. */
    public Feature withDetail(String detail) {
        return new Feature(kind, name + " (" + detail + ")", releases, isKnown, remedies);
    }
}
