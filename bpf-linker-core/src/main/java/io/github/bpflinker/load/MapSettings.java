package io.github.bpflinker.load;

import io.github.bpflinker.load.plan.Bytes;
import io.github.bpflinker.load.plan.MapShape;
import io.github.bpflinker.load.plan.PlannedMap;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What a caller wants of one map before it is made; each method answers with the same object. */
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
     * How many entries it can have; bytes, for ring buffers.
     *
     * @param entries from 1 to 2^32 - 1
     * @throws IllegalArgumentException if it is out of range
     */
    public MapSettings maxEntries(long entries) {
        if (entries < 1 || entries >= 1L << 32) {
            throw new IllegalArgumentException("map '" + name + "' can't have " + entries + " entries");
        }
        return shape(shape -> shape.withMaxEntries((int) entries));
    }

    /** The node whose memory it takes, on machines with several. */
    public MapSettings numaNode(int node) {
        return shape(shape -> shape.withNumaNode(node).withFlags(shape.flags() | HAS_NUMA_NODE));
    }

    /**
     * What global data start with, in place of what the object says.
     *
     * @param bytes as many as the section has
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

    /** Whether it is made; by default it is unless its section begins with {@code ?}. */
    public MapSettings make(boolean wanted) {
        return and(map -> map.withCreate(wanted));
    }

    /** Pins it at a path, and takes the map that is pinned there already if it fits. */
    public MapSettings pinAt(Path path) {
        choices.pin(name, Optional.of(path));
        return this;
    }

    /** Pins it nowhere, and takes none that is pinned, though its definition asks for it. */
    public MapSettings unpinned() {
        choices.pin(name, Optional.empty());
        return this;
    }

    /** Takes a map of another object instead of making one. */
    public MapSettings use(LoadedMap map) {
        choices.descriptor(name, map.fd());
        return this;
    }

    /** What the elements of a map of maps look like, in place of what its definition says. */
    public MapSettings innerMap(LoadedMap map) {
        choices.innerDescriptor(name, map.fd());
        return this;
    }

    PlannedMap apply(PlannedMap map) {
        return change.apply(map);
    }
}
