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
        /** The kernel loads the program but can't attach it. */
        ATTACHING,
        /**
         * None unless the program wants it: it is used only where a check at load time lets it, such as whether the kernel
         * has a kfunc, or by a program that is loaded only on request (its section begins with {@code ?}).
         */
        GUARDED,
        /**
         * The kernel would reject the object, but libbpf and similar loaders omit or replace the feature: newer kinds
         * of BTF, and weak references.
         */
        STRICT_LOADER,
        /** None: the loader implements the feature. */
        LOADER
    }
}
