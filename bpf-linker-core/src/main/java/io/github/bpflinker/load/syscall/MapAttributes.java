package io.github.bpflinker.load.syscall;

import java.nio.ByteBuffer;

/**
 * What {@code BPF_MAP_CREATE} takes; fields are named as in {@code union bpf_attr}. What is not set is zero, and so means
 * nothing to the kernel. A mutable value of one call.
 */
public final class MapAttributes {

    /** {@code BPF_F_VTYPE_BTF_OBJ_FD}: the BTF of the value's kernel type has a descriptor (Linux 6.9). */
    private static final int VALUE_TYPE_HAS_FD = 1 << 15;

    /** {@code BPF_F_TOKEN_FD} (Linux 6.9). */
    private static final int HAS_TOKEN = 1 << 16;

    private static final int NAME_SIZE = 16;

    private final NativeMemory attributes = NativeMemory.allocate(Command.MAP_CREATE.size());
    private final ByteBuffer bytes = attributes.bytes();

    /**
     * A map as every kernel knows it.
     *
     * @param type as {@code enum bpf_map_type} numbers it
     * @param keySize in bytes
     * @param valueSize in bytes
     * @param maxEntries how many entries, or bytes of a ring buffer; unsigned
     * @param flags {@code BPF_F_…}
     */
    public MapAttributes(int type, int keySize, int valueSize, int maxEntries, int flags) {
        bytes.putInt(0, type).putInt(4, keySize).putInt(8, valueSize).putInt(12, maxEntries);
        bytes.putInt(16, flags);
    }

    /** What the maps in this one look like. */
    public MapAttributes innerMap(int fd) {
        bytes.putInt(20, fd);
        return this;
    }

    /** Counts only with {@code BPF_F_NUMA_NODE} among the flags. */
    public MapAttributes numaNode(int node) {
        bytes.putInt(24, node);
        return this;
    }

    /** The first 15 bytes of it (Linux 4.15); the kernel takes letters, digits, {@code _} and {@code .} only. */
    public MapAttributes name(String name) {
        bytes.putLong(28, 0).putLong(36, 0);
        CStrings.put(bytes, 28, NAME_SIZE, name);
        return this;
    }

    /** The network device that is to hold the map. */
    public MapAttributes networkDevice(int index) {
        bytes.putInt(44, index);
        return this;
    }

    /** Types of keys and values in BTF that was loaded (Linux 4.18). */
    public MapAttributes types(int btfFd, int key, int value) {
        bytes.putInt(48, btfFd).putInt(52, key).putInt(56, value);
        return this;
    }

    /** The kernel's type of the value, of struct_ops maps. */
    public MapAttributes kernelValueType(int id) {
        bytes.putInt(60, id);
        return this;
    }

    /** The module's BTF in which {@link #kernelValueType} is (Linux 6.9). */
    public MapAttributes kernelValueModule(int btfFd) {
        bytes.putInt(72, btfFd);
        return flag(VALUE_TYPE_HAS_FD);
    }

    /** What it means depends on the type (Linux 5.16). */
    public MapAttributes extra(long extra) {
        bytes.putLong(64, extra);
        return this;
    }

    /** A token that permits it (Linux 6.9). */
    public MapAttributes token(int fd) {
        bytes.putInt(76, fd);
        return flag(HAS_TOKEN);
    }

    private MapAttributes flag(int flag) {
        bytes.putInt(16, bytes.getInt(16) | flag);
        return this;
    }

    NativeMemory attributes() {
        return attributes;
    }
}
