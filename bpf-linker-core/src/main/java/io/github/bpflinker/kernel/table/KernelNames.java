package io.github.bpflinker.kernel.table;

import io.github.bpflinker.diagnostic.SymbolOrigin;
import io.github.bpflinker.text.NearestNames;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The names of the kernel's helpers and kfuncs. */
public final class KernelNames {

    private static final String PREFIX = "bpf_";

    private static final Map<String, Integer> HELPERS = helpersByName();
    private static final Set<String> FUNCTIONS = Kfuncs.names();

    private KernelNames() {}

    private static Map<String, Integer> helpersByName() {
        Map<String, Integer> helpers = new HashMap<>();
        KernelFacts.get().helpers().forEach((number, helper) -> helpers.put(helper.name(), number));
        return Map.copyOf(helpers);
    }

    /** The number of the helper with that name. */
    public static Optional<Integer> helper(String name) {
        return Optional.ofNullable(HELPERS.get(name));
    }

    /** The name of the helper with that number. */
    public static Optional<String> helperOf(String number) {
        @Nullable
        String name = HELPERS.entrySet().stream()
                .filter(helper -> helper.getValue().toString().equals(number))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
        return Optional.ofNullable(name);
    }

    /** Whether the kernel has a kfunc of that name. */
    public static boolean isFunction(String name) {
        return FUNCTIONS.contains(name);
    }

    /** The helper or kfunc with that name or the most similar one; empty if there is none. */
    public static Optional<SymbolOrigin> origin(String name) {
        if (HELPERS.containsKey(name) || FUNCTIONS.contains(name)) {
            return Optional.of(new SymbolOrigin(name, HELPERS.get(name)));
        }
        return nearest(name).map(near -> new SymbolOrigin(near, HELPERS.get(near)));
    }

    /** Suggests the helper or kfunc with the most similar name. */
    public static Optional<String> nearest(String name) {
        if (!name.startsWith(PREFIX)) {
            return Optional.empty();
        }
        List<String> all = new ArrayList<>(HELPERS.keySet());
        all.addAll(FUNCTIONS);
        return NearestNames.of(name, all, 1).stream().findFirst();
    }
}
