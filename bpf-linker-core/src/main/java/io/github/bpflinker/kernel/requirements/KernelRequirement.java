package io.github.bpflinker.kernel.requirements;

import io.github.bpflinker.kernel.table.Feature;

/**
 * A feature that an object uses.
 *
 * @param place where it is used first
 * @param need whether an older kernel refuses the object
 */
public record KernelRequirement(Feature feature, Need need, UseSite place) {

    /** What a kernel without the feature does. */
    public enum Need {
        /** It refuses the object, whichever loader passes it on. */
        KERNEL,
        /**
         * It would refuse the object, but libbpf and the loaders like it leave the feature out or replace it: BTF that
         * describes more than the kernel reads, and weak references.
         */
        STRICT_LOADER,
        /** Nothing: the loader does it before the kernel sees the object. */
        LOADER
    }
}
