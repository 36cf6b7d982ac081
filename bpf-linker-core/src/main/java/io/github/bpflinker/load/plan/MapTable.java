package io.github.bpflinker.load.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The maps of an object during planning, indexed by their position in the file. */
final class MapTable {

    /** A section and, for a map that is defined by a variable, the offset in it. */
    private record Place(int section, long offset) {}

    private static final long WHOLE_SECTION = -1;

    private final List<PlannedMap> maps = new ArrayList<>();
    private final Map<Place, Integer> places = new HashMap<>();
    private final Map<String, Integer> names = new HashMap<>();
    private int kconfig = -1;
    private int arena = -1;

    /** Adds a map and returns its index in the plan. */
    int addDefined(PlannedMap map, int section, long offset) {
        places.putIfAbsent(new Place(section, offset), maps.size());
        return add(map);
    }

    void addGlobalData(PlannedMap map, int section) {
        places.putIfAbsent(new Place(section, WHOLE_SECTION), maps.size());
        add(map);
    }

    void addConfiguration(PlannedMap map) {
        kconfig = add(map);
    }

    private int add(PlannedMap map) {
        names.putIfAbsent(map.name(), maps.size());
        maps.add(map);
        return maps.size() - 1;
    }

    List<PlannedMap> maps() {
        return maps;
    }

    PlannedMap get(int place) {
        return maps.get(place);
    }

    void set(int place, PlannedMap map) {
        maps.set(place, map);
    }

    int arena() {
        return arena;
    }

    void setArena(int place) {
        arena = place;
    }

    /** The index of the {@code .kconfig} map; -1 if there is none. */
    int configuration() {
        return kconfig;
    }

    /** The index of the map that is defined at an offset of a section; -1 if there is none. */
    int definedAt(int section, long offset) {
        return place(new Place(section, offset));
    }

    /** The index of the global data map of a section; -1 if there is none. */
    int globalData(int section) {
        return place(new Place(section, WHOLE_SECTION));
    }

    private int place(Place place) {
        @Nullable Integer found = places.get(place);
        return found == null ? -1 : found;
    }

    /** The index of the map with that name; -1 if there is none. */
    int named(String name) {
        @Nullable Integer found = names.get(name);
        return found == null ? -1 : found;
    }
}
