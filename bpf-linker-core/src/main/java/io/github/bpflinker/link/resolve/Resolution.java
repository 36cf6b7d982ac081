package io.github.bpflinker.link.resolve;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The modules of a link.
 *
 * @param modules the opened modules in the order in which they are merged
 * @param wanted all required names: exports, names required by rustc, and undefined names of linked modules
 * @param onlyForBuiltins the definitions of modules that were linked only for a memory builtin, which may be unused
 */
public record Resolution(List<OpenModule> modules, Set<String> wanted, Set<String> onlyForBuiltins)
        implements AutoCloseable {

    public Resolution {
        modules = List.copyOf(modules);
        wanted = Set.copyOf(wanted);
        onlyForBuiltins = Set.copyOf(onlyForBuiltins);
    }

    /** The names of the modules that are linked. */
    public Set<String> moduleNames() {
        return modules.stream().map(OpenModule::name).collect(Collectors.toSet());
    }

    public boolean isEmpty() {
        return modules.isEmpty();
    }

    /** Closes the modules that were not merged. */
    @Override
    public void close() {
        modules.forEach(module -> module.module().close());
    }
}
