package io.github.bpflinker.link.resolve;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is linked: modules, and objects that are compiled already.
 *
 * @param modules the opened modules in the order in which they are merged
 * @param objects in the order in which they are combined
 * @param wanted all required names: exports, names required by rustc, and undefined names of linked modules and objects
 * @param onlyForBuiltins the definitions of modules that were linked only for a memory builtin, which may be unused
 */
public record Resolution(
        List<OpenModule> modules, List<LinkedObject> objects, Set<String> wanted, Set<String> onlyForBuiltins)
        implements AutoCloseable {

    public Resolution {
        modules = List.copyOf(modules);
        objects = List.copyOf(objects);
        wanted = Set.copyOf(wanted);
        onlyForBuiltins = Set.copyOf(onlyForBuiltins);
    }

    /** The names of the modules that are linked. */
    public Set<String> moduleNames() {
        return modules.stream().map(OpenModule::name).collect(Collectors.toSet());
    }

    /** The symbols that objects ask others for. */
    public Set<String> wantedByObjects() {
        return objects.stream()
                .flatMap(object -> object.object().undefined().stream())
                .collect(Collectors.toSet());
    }

    /** The symbols that objects define. */
    public Set<String> definedByObjects() {
        return objects.stream()
                .flatMap(object -> object.object().definitions().keySet().stream())
                .collect(Collectors.toSet());
    }

    public boolean isEmpty() {
        return modules.isEmpty() && objects.isEmpty();
    }

    /** Closes the modules that were not merged. */
    @Override
    public void close() {
        modules.forEach(module -> module.module().close());
    }
}
