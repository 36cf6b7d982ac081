package io.github.bpflinker.load.bind;

import io.github.bpflinker.load.plan.Bytes;
import io.github.bpflinker.load.plan.LoadPlan;
import io.github.bpflinker.load.plan.MapShape;
import io.github.bpflinker.load.plan.PlannedMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Adapts sizes, flags and contents of maps to a kernel. */
final class MapBinder {

    /**
     * Types for which libbpf passes no BTF: CGROUP_ARRAY, STACK_TRACE, the two maps of maps, DEVMAP, SOCKMAP, CPUMAP,
     * XSKMAP, SOCKHASH, QUEUE, STACK, DEVMAP_HASH, PERF_EVENT_ARRAY, ARENA.
     */
    private static final Set<Integer> WITHOUT_TYPES = Set.of(
            MapShape.PERF_EVENT_ARRAY,
            7,
            8,
            MapShape.ARRAY_OF_MAPS,
            MapShape.HASH_OF_MAPS,
            14,
            15,
            16,
            17,
            18,
            22,
            23,
            25,
            MapShape.ARENA);

    private final LoadPlan plan;
    private final Host host;

    MapBinder(LoadPlan plan, Host host) {
        this.plan = plan;
        this.host = host;
    }

    /** For each map, whether it is created. Global data is not created if the kernel does not support it. */
    boolean[] created() {
        boolean[] created = new boolean[plan.maps().size()];
        for (int i = 0; i < created.length; i++) {
            PlannedMap map = plan.maps().get(i);
            created[i] = map.create()
                    && (!map.kind().isGlobalData()
                            || host.has(
                                    map.kind() == PlannedMap.Kind.PERCPU ? Ability.PERCPU_DATA : Ability.GLOBAL_DATA));
        }
        return created;
    }

    /**
     * The offset of variables in the arena: at its end, if the kernel supports such offsets; 0 if there is no arena.
     */
    long arenaData() {
        for (PlannedMap map : plan.maps()) {
            if (map.shape().type() == MapShape.ARENA) {
                long page = host.pageSize();
                long arena = page * Integer.toUnsignedLong(map.shape().maxEntries());
                long data = (map.contents().size() + page - 1) / page * page;
                if (data > arena) {
                    throw new BindException(
                            plan.name(),
                            new BindProblem.UnfitMap(
                                    map.name(),
                                    "its "
                                            + Integer.toUnsignedString(
                                                    map.shape().maxEntries()) + " pages of " + page
                                            + " bytes are too few for the "
                                            + map.contents().size()
                                            + " bytes of variables in it"));
                }
                return host.has(Ability.FULL_RANGE_OFFSETS) ? arena - data : 0;
            }
        }
        return 0;
    }

    List<BoundMap> bind(
            boolean[] created, List<OperationsBinder.@Nullable Bound> operations, long arenaData, boolean hasBtf) {
        List<BoundMap> bound = new ArrayList<>();
        for (int i = 0; i < created.length; i++) {
            bound.add(bind(plan.maps().get(i), created[i], operations.get(i), arenaData, hasBtf));
        }
        return bound;
    }

    private BoundMap bind(
            PlannedMap map,
            boolean created,
            OperationsBinder.@Nullable Bound operations,
            long arenaData,
            boolean hasBtf) {
        MapShape shape = shape(map.shape(), map.kind().isGlobalData());
        if (operations != null) {
            shape = shape.withValueSize(operations.contents().size());
        }
        boolean typed = hasBtf && !WITHOUT_TYPES.contains(shape.type());
        return new BoundMap(
                map,
                created,
                shape,
                typed ? map.keyType() : 0,
                typed && shape.type() != MapShape.STRUCT_OPS ? map.valueType() : 0,
                map.inner().map(inner -> shape(inner.shape(), false)),
                contents(map, created, operations),
                shape.type() == MapShape.ARENA ? arenaData : 0,
                Optional.ofNullable(operations).map(OperationsBinder.Bound::operations));
    }

    private Bytes contents(PlannedMap map, boolean created, OperationsBinder.@Nullable Bound operations) {
        if (operations != null) {
            return operations.contents();
        }
        return map.kind() == PlannedMap.Kind.KCONFIG && created
                ? KconfigMapValue.of(plan, host, map.shape().valueSize())
                : map.contents();
    }

    private MapShape shape(MapShape shape, boolean globalData) {
        if (shape.type() == MapShape.PERF_EVENT_ARRAY && shape.maxEntries() == 0) {
            return shape.withMaxEntries(host.possibleCpus());
        }
        if (shape.isRingBuffer()) {
            return shape.withMaxEntries(ringBufferSize(Integer.toUnsignedLong(shape.maxEntries())));
        }
        boolean mapped = globalData && (shape.flags() & MapShape.MMAPABLE) != 0;
        return mapped && !host.has(Ability.ARRAY_MMAP) ? shape.withFlags(shape.flags() & ~MapShape.MMAPABLE) : shape;
    }

    /** Rounds up to a power of two of pages, as the kernel requires; 0 and too large values are not changed. */
    private int ringBufferSize(long size) {
        long page = host.pageSize();
        if (size == 0 || (size % page == 0 && Long.bitCount(size / page) == 1)) {
            return (int) size;
        }
        for (long pages = 1; pages <= 0xffff_ffffL / page; pages <<= 1) {
            if (pages * page > size) {
                return (int) (pages * page);
            }
        }
        return (int) size;
    }
}
