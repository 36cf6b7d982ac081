package io.github.bpflinker.load.plan;

/**
 * The parameters of {@code BPF_MAP_CREATE}, named as in {@code union bpf_attr}.
 *
 * @param type its number in {@code enum bpf_map_type}
 * @param keySize in bytes
 * @param valueSize in bytes; 4 for maps of maps and program arrays
 * @param maxEntries unsigned; 0 for a perf event array means the number of CPUs
 * @param flags {@code BPF_F_…}
 * @param numaNode the NUMA node of its memory, if {@link #flags} has {@code BPF_F_NUMA_NODE}
 * @param extra {@code map_extra}: the hashes of a bloom filter, the address of an arena
 */
public record MapShape(int type, int keySize, int valueSize, int maxEntries, int flags, int numaNode, long extra) {

    public static final int PROG_ARRAY = 3;
    public static final int PERF_EVENT_ARRAY = 4;
    public static final int ARRAY = 2;
    public static final int PERCPU_ARRAY = 6;
    public static final int ARRAY_OF_MAPS = 12;
    public static final int HASH_OF_MAPS = 13;
    public static final int STRUCT_OPS = 26;
    public static final int RINGBUF = 27;
    public static final int USER_RINGBUF = 31;
    public static final int ARENA = 33;
    public static final int INSN_ARRAY = 34;

    /** {@code BPF_F_RDONLY_PROG}. */
    public static final int READ_ONLY_FOR_PROGRAMS = 1 << 7;
    /** {@code BPF_F_MMAPABLE}. */
    public static final int MMAPABLE = 1 << 10;
    /** {@code BPF_F_LINK}. */
    public static final int LINK = 1 << 13;

    public boolean isMapOfMaps() {
        return type == ARRAY_OF_MAPS || type == HASH_OF_MAPS;
    }

    public boolean isRingBuffer() {
        return type == RINGBUF || type == USER_RINGBUF;
    }

    public MapShape withMaxEntries(int changed) {
        return new MapShape(type, keySize, valueSize, changed, flags, numaNode, extra);
    }

    public MapShape withValueSize(int changed) {
        return new MapShape(type, keySize, changed, maxEntries, flags, numaNode, extra);
    }

    public MapShape withFlags(int changed) {
        return new MapShape(type, keySize, valueSize, maxEntries, changed, numaNode, extra);
    }

    public MapShape withNumaNode(int changed) {
        return new MapShape(type, keySize, valueSize, maxEntries, flags, changed, extra);
    }

    public MapShape withExtra(long changed) {
        return new MapShape(type, keySize, valueSize, maxEntries, flags, numaNode, changed);
    }
}
