package io.github.bpflinker.maven.c;

import io.github.bpflinker.kernel.table.KernelNames;
import java.util.Optional;

/** Suggests helper names for an undeclared function. */
final class HelperNames {

    private HelperNames() {}

    static Optional<String> advice(String name) {
        if (KernelNames.helper(name).isPresent()) {
            return Optional.of("include <bpf/bpf_helpers.h>, which declares it");
        }
        if (KernelNames.isFunction(name)) {
            return Optional.of("it is a function of the kernel: declare it extern, with __ksym behind its parameters");
        }
        return KernelNames.nearest(name).map(nearest -> "did you mean " + nearest);
    }
}
