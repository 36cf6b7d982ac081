package io.github.bpflinker.load.syscall;

import java.nio.ByteBuffer;

/**
 * The attributes of {@code BPF_MAP_CREATE}, named as in {@code union bpf_attr}. Fields that are not set are zero, which
 * the kernel ignores. Mutable, for one call.
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
     * Creates attributes that every kernel supports.
     *
     * @param type a value of {@code enum bpf_map_type}
     * @param keySize in bytes
     * @param valueSize in bytes
     * @param maxEntries the maximum number of entries, or the size of a ring buffer in bytes; unsigned
     * @param flags {@code BPF_F_…}
     */
    public MapAttributes(int type, int keySize, int valueSize, int maxEntries, int flags) {
        bytes.putInt(0, type).putInt(4, keySize).putInt(8, valueSize).putInt(12, maxEntries);
        bytes.putInt(16, flags);
    }

    /** Sets the template of inner maps. */
    public MapAttributes innerMap(int fd) {
        bytes.putInt(20, fd);
        return this;
    }

    /** Sets the NUMA node, which requires the flag {@code BPF_F_NUMA_NODE}. */
    public MapAttributes numaNode(int node) {
        bytes.putInt(24, node);
        return this;
    }

    /**
     * Sets the name (Linux 4.15), truncated to 15 bytes; the kernel accepts only letters, digits, {@code _} and {@code
     * .}.
     */
    public MapAttributes name(String name) {
        bytes.putLong(28, 0).putLong(36, 0);
        CStrings.put(bytes, 28, NAME_SIZE, name);
        return this;
    }

    /** Sets the network device for an offloaded map. */
    public MapAttributes networkDevice(int index) {
        bytes.putInt(44, index);
        return this;
    }

    /** Sets the types of keys and values in loaded BTF (Linux 4.18). */
    public MapAttributes types(int btfFd, int key, int value) {
        bytes.putInt(48, btfFd).putInt(52, key).putInt(56, value);
        return this;
    }

    /** Sets the kernel type of the value of a struct_ops map. */
    public MapAttributes kernelValueType(int id) {
        bytes.putInt(60, id);
        return this;
    }

    /** Sets the BTF of the module with {@link #kernelValueType} (Linux 6.9). */
    public MapAttributes kernelValueModule(int btfFd) {
        bytes.putInt(72, btfFd);
        return flag(VALUE_TYPE_HAS_FD);
    }

    /** Sets a parameter that depends on the type (Linux 5.16). */
    public MapAttributes extra(long extra) {
        bytes.putLong(64, extra);
        return this;
    }

    /** Sets a token (Linux 6.9); 0 for none. */
    public MapAttributes token(int fd) {
        if (fd == 0) {
            return this;
        }
        bytes.putInt(76, fd);
        return flag(HAS_TOKEN);
    }

    /** Clears a flag. */
    public MapAttributes withoutFlag(int flag) {
        bytes.putInt(16, bytes.getInt(16) & ~flag);
        return this;
    }

    private MapAttributes flag(int flag) {
        bytes.putInt(16, bytes.getInt(16) | flag);
        return this;
    }

    NativeMemory attributes() {
        return attributes;
    }
}
