package io.github.bpflinker.map;

import java.util.Set;

/** Sets of map types, values of {@code enum bpf_map_type}. */
final class MapTypes {

    static final int LPM_TRIE = 11;
    static final int QUEUE = 22;
    static final int STACK = 23;
    static final int BLOOM_FILTER = 30;

    /** percpu_hash, percpu_array, lru_percpu_hash, percpu_cgroup_storage. */
    static final Set<Integer> PER_PROCESSOR = Set.of(5, 6, 10, 21);

    /** array, prog_array, perf_event_array, percpu_array, cgroup_array, array_of_maps, devmap, cpumap, xskmap. */
    static final Set<Integer> ARRAYS = Set.of(2, 3, 4, 6, 8, 12, 14, 16, 17);

    /** hash, percpu_hash, lru_hash, lru_percpu_hash, hash_of_maps: their buckets are read under a lock. */
    static final Set<Integer> HASHES = Set.of(1, 5, 9, 10, 13);

    /** array_of_maps, hash_of_maps. */
    static final Set<Integer> OF_MAPS = Set.of(12, 13);

    /** queue, ringbuf, stack, bloom_filter, user_ringbuf, arena: maps without keys. */
    static final Set<Integer> WITHOUT_KEYS = Set.of(22, 27, 23, 30, 31, 33);

    private MapTypes() {}
}
