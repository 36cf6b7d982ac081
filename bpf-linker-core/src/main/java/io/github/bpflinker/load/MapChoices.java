package io.github.bpflinker.load;

import io.github.bpflinker.load.plan.PlannedMap;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What a caller wants of single maps, beside what changes the plan. */
final class MapChoices {

    private final Map<String, Optional<Path>> pins = new HashMap<>();
    private final Map<String, Integer> descriptors = new HashMap<>();
    private final Map<String, Integer> inner = new HashMap<>();

    /** Where a map is pinned and taken from; empty for nowhere, though its definition asks for it. */
    void pin(String map, Optional<Path> path) {
        pins.put(map, path);
    }

    /** A map that is there already, in place of one that the definition makes. */
    void descriptor(String map, int fd) {
        descriptors.put(map, fd);
    }

    /** What the elements of a map of maps look like. */
    void innerDescriptor(String map, int fd) {
        inner.put(map, fd);
    }

    int descriptor(String map) {
        return descriptors.getOrDefault(map, 0);
    }

    int innerDescriptor(String map) {
        return inner.getOrDefault(map, 0);
    }

    /** Where a map is to be pinned; dots are no part of such names. */
    Optional<Path> pin(PlannedMap plan, Path folder) {
        Optional<Path> asked = pins.get(plan.name());
        if (asked != null) {
            return asked;
        }
        return plan.pinnedByName() ? Optional.of(folder.resolve(plan.name().replace('.', '_'))) : Optional.empty();
    }
}
