package io.github.bpflinker.link.resolve;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The modules that take part in a link.
 *
 * @param modules opened, in the order in which they are to be merged
 * @param wanted every name that is asked for: by exports, by rustc, or by a module that is in
 * @param onlyForBuiltins what modules define that are in for a memory builtin alone, which may turn out to be of no use
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
