package io.github.bpflinker.load.bind;

import io.github.bpflinker.btf.BtfKind;
import io.github.bpflinker.load.core.TargetTypes;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Looks types up in the kernel and then in its modules ({@code find_ksym_btf_id}, {@code find_kernel_btf_id}). */
final class KernelLookup {

    private final String object;
    private final Host host;
    private final ModuleList modules;
    private @Nullable TargetTypes kernel;

    KernelLookup(String object, Host host, ModuleList modules) {
        this.object = object;
        this.host = host;
        this.modules = modules;
    }

    /**
     * A resolved type.
     *
     * @param module the index of its module; -1 for the kernel
     */
    record Found(TargetTypes types, int id, int module) {}

    /** The kernel's types; {@code what} names the subject in the exception if there are none. */
    TargetTypes kernel(String what) {
        TargetTypes known = kernel;
        if (known == null) {
            known = host.kernelTypes()
                    .orElseThrow(() -> new BindException(object, new BindProblem.NoKernelTypes(what)));
            kernel = known;
        }
        return known;
    }

    Optional<Found> find(String name, BtfKind kind, String what) {
        TargetTypes types = kernel(what);
        OptionalInt id = types.find(name, kind);
        return id.isPresent() ? Optional.of(new Found(types, id.getAsInt(), -1)) : inModules(name, kind, "");
    }

    /** Looks a type up in modules only; {@code only} is the name of a module, empty for all. */
    Optional<Found> inModules(String name, BtfKind kind, String only) {
        for (TargetTypes module : host.moduleTypes()) {
            if (only.isEmpty() || module.name().equals(only)) {
                OptionalInt id = module.find(name, kind);
                if (id.isPresent()) {
                    return Optional.of(new Found(module, id.getAsInt(), modules.add(module)));
                }
            }
        }
        return Optional.empty();
    }

    /** The index of a module; -1 if it is not loaded. */
    int module(String name) {
        for (TargetTypes module : host.moduleTypes()) {
            if (module.name().equals(name)) {
                return modules.add(module);
            }
        }
        return -1;
    }
}
