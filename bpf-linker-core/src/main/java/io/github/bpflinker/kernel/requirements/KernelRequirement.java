package io.github.bpflinker.kernel.requirements;

import io.github.bpflinker.kernel.table.Feature;

/**
 * A feature that an object uses.
 *
 * @param place its first use
 * @param need the effect of the feature on kernels without it
 */
public record KernelRequirement(Feature feature, Need need, UseSite place) {

    /** The effect on a kernel without the feature. */
    public enum Need {
        /** The kernel rejects the object, whatever the loader. */
        KERNEL,
        /**
         * The kernel would reject the object, but libbpf and similar loaders omit or replace the feature: newer kinds
         * of BTF, and weak references.
         */
        STRICT_LOADER,
        /** None: the loader implements the feature. */
        LOADER
    }
}
