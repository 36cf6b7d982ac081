package io.github.bpflinker.load;

import io.github.bpflinker.load.plan.Bytes;
import io.github.bpflinker.load.plan.MapShape;
import io.github.bpflinker.load.plan.PlannedMap;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The settings of a map; each method returns this object. */
public final class MapSettings {

    /** {@code BPF_F_NUMA_NODE}. */
    private static final int HAS_NUMA_NODE = 1 << 2;

    private final String name;
    private final MapChoices choices;
    private UnaryOperator<PlannedMap> change = UnaryOperator.identity();

    MapSettings(String name, MapChoices choices) {
        this.name = name;
        this.choices = choices;
    }

    private MapSettings and(UnaryOperator<PlannedMap> next) {
        UnaryOperator<PlannedMap> before = change;
        change = map -> next.apply(before.apply(map));
        return this;
    }

    private MapSettings shape(UnaryOperator<MapShape> next) {
        return and(map -> map.withShape(next.apply(map.shape())));
    }

    /**
     * Sets the maximum number of entries or, for ring buffers, the size in bytes.
     *
     * @param entries from 1 to 2^32 - 1
     * @throws IllegalArgumentException if it is out of range
     */
    public MapSettings maxEntries(long entries) {
        if (entries < 1 || entries >= 1L << 32) {
            throw new IllegalArgumentException("map '" + name + "' can't have " + entries
                    + " entries; from 1 to 4294967295 (2^32 - 1) are possible");
        }
        return shape(shape -> shape.withMaxEntries((int) entries));
    }

    /**
     * Sets the NUMA node of its memory.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public MapSettings numaNode(int node) {
        if (node < 0) {
            throw new IllegalArgumentException(
                    "map '" + name + "' can't be on NUMA node " + node + "; nodes begin at 0");
        }
        return shape(shape -> shape.withNumaNode(node).withFlags(shape.flags() | HAS_NUMA_NODE));
    }

    /**
     * Sets the initial contents of global data.
     *
     * @param bytes the contents, of the size of the section
     */
    public MapSettings contents(byte[] bytes) {
        return and(map -> {
            if (!map.kind().isGlobalData() || bytes.length != map.contents().size()) {
                throw new LoadException(new LoadProblem.Unsuitable("map '" + name + "' takes contents of "
                        + map.contents().size() + " bytes before it is loaded, not " + bytes.length));
            }
            return map.withContents(Bytes.of(bytes));
        });
    }

    /** Sets whether the map is created; by default it is, unless its section begins with {@code ?}. */
    public MapSettings make(boolean wanted) {
        return and(map -> map.withCreate(wanted));
    }

    /** Pins the map at a path, or reuses the map that is pinned there if it is compatible. */
    public MapSettings pinAt(Path path) {
        choices.pin(name, Optional.of(path));
        return this;
    }

    /** Neither pins the map nor reuses a pinned one, whatever its definition. */
    public MapSettings unpinned() {
        choices.pin(name, Optional.empty());
        return this;
    }

    /** Uses a map of another object instead of creating one. */
    public MapSettings use(LoadedMap map) {
        choices.descriptor(name, map.fd());
        return this;
    }

    /** Sets the inner map that serves as template of a map of maps, instead of its definition. */
    public MapSettings innerMap(LoadedMap map) {
        choices.innerDescriptor(name, map.fd());
        return and(outer -> {
            if (!outer.shape().isMapOfMaps()) {
                throw new LoadException(new LoadProblem.Unsuitable("map '" + name + "' has type "
                        + MapInfo.typeName(outer.shape().type())
                        + " and takes no inner map; only array_of_maps and hash_of_maps do"));
            }
            return outer;
        });
    }

    PlannedMap apply(PlannedMap map) {
        return change.apply(map);
    }
}
