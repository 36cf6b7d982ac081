package io.github.bpflinker.load;

import io.github.bpflinker.load.plan.PlannedMap;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The settings of maps that are not part of the plan. */
final class MapChoices {

    private final Map<String, Optional<Path>> pins = new HashMap<>();
    private final Map<String, Integer> descriptors = new HashMap<>();
    private final Map<String, Integer> inner = new HashMap<>();

    /** Sets the pin of a map; empty to disable pinning despite its definition. */
    void pin(String map, Optional<Path> path) {
        pins.put(map, path);
    }

    /** Sets an existing map to use instead of creating one. */
    void descriptor(String map, int fd) {
        descriptors.put(map, fd);
    }

    /** Sets the template of a map of maps. */
    void innerDescriptor(String map, int fd) {
        inner.put(map, fd);
    }

    int descriptor(String map) {
        return descriptors.getOrDefault(map, 0);
    }

    int innerDescriptor(String map) {
        return inner.getOrDefault(map, 0);
    }

    /** The pin of a map, without dots in its name. */
    Optional<Path> pin(PlannedMap plan, Path folder) {
        Optional<Path> asked = pins.get(plan.name());
        if (asked != null) {
            return asked;
        }
        return plan.pinnedByName() ? Optional.of(folder.resolve(plan.name().replace('.', '_'))) : Optional.empty();
    }
}
