package io.github.bpflinker.load.plan;

import java.util.Set;

/** Sets of map types, values of {@code enum bpf_map_type}; those that stand alone are in {@link MapShape}. */
public final class MapTypes {

    public static final int LPM_TRIE = 11;
    public static final int QUEUE = 22;
    public static final int STACK = 23;
    public static final int BLOOM_FILTER = 30;

    /** percpu_hash, percpu_array, lru_percpu_hash, percpu_cgroup_storage. */
    public static final Set<Integer> PER_PROCESSOR = Set.of(5, 6, 10, 21);

    /** array, prog_array, perf_event_array, percpu_array, cgroup_array, array_of_maps, devmap, cpumap, xskmap. */
    public static final Set<Integer> ARRAYS = Set.of(2, 3, 4, 6, 8, 12, 14, 16, 17);

    /** hash, percpu_hash, lru_hash, lru_percpu_hash, hash_of_maps: their buckets are read under a lock. */
    public static final Set<Integer> HASHES = Set.of(1, 5, 9, 10, 13);

    /** array_of_maps, hash_of_maps. */
    public static final Set<Integer> OF_MAPS = Set.of(12, 13);

    /** sockmap, reuseport_sockarray: arrays whose empty places have no value. */
    public static final Set<Integer> ARRAYS_OF_SOCKETS = Set.of(15, 20);

    /** sockmap, sockhash, reuseport_sockarray. */
    public static final Set<Integer> OF_SOCKETS = Set.of(15, 18, 20);

    /** queue, ringbuf, stack, bloom_filter, user_ringbuf, arena: maps without keys. */
    public static final Set<Integer> WITHOUT_KEYS = Set.of(22, 27, 23, 30, 31, 33);

    private MapTypes() {}
}
