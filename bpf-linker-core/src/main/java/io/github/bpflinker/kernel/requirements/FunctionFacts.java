package io.github.bpflinker.kernel.requirements;

import io.github.bpflinker.elf.BpfFunction;
import io.github.bpflinker.kernel.table.Feature;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What was found in each function of an object. */
final class FunctionFacts {

    /** A call of a helper. */
    record HelperCall(Feature helper, UseSite place, boolean guarded) {}

    private final Map<BpfFunction, Long> frames = new HashMap<>();
    private final Set<BpfFunction> globals = new HashSet<>();
    private final Map<BpfFunction, UseSite> tailCalls = new HashMap<>();
    private final Map<BpfFunction, List<HelperCall>> helpers = new HashMap<>();
    private final Map<BpfFunction, Map<String, UseSite>> maps = new HashMap<>();

    void frame(BpfFunction function, long bytes) {
        frames.put(function, bytes);
    }

    /** The stack of a function in bytes. */
    long frame(BpfFunction function) {
        return frames.getOrDefault(function, 0L);
    }

    void global(BpfFunction function) {
        globals.add(function);
    }

    /** Whether the kernel verifies the function on its own. */
    boolean isGlobal(BpfFunction function) {
        return globals.contains(function);
    }

    void tailCall(BpfFunction function, UseSite place) {
        tailCalls.putIfAbsent(function, place);
    }

    /** The first tail call of a function. */
    @Nullable
    UseSite tailCall(BpfFunction function) {
        return tailCalls.get(function);
    }

    void helper(BpfFunction function, Feature helper, UseSite place, boolean guarded) {
        helpers.computeIfAbsent(function, f -> new ArrayList<>()).add(new HelperCall(helper, place, guarded));
    }

    List<HelperCall> helpers(BpfFunction function) {
        return helpers.getOrDefault(function, List.of());
    }

    void map(BpfFunction function, String map, UseSite place) {
        maps.computeIfAbsent(function, f -> new LinkedHashMap<>()).putIfAbsent(map, place);
    }

    /** The maps of a function, each with its first use. */
    Map<String, UseSite> maps(BpfFunction function) {
        return maps.getOrDefault(function, Map.of());
    }
}
