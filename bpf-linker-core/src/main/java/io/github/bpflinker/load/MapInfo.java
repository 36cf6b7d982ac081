package io.github.bpflinker.load;

import io.github.bpflinker.kernel.table.Feature;
import io.github.bpflinker.kernel.table.KernelFacts;
import io.github.bpflinker.load.host.RunningKernel;
import io.github.bpflinker.load.syscall.Bpf;
import io.github.bpflinker.load.syscall.Command;
import io.github.bpflinker.load.syscall.NativeMemory;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Information of the kernel about a map: {@code struct bpf_map_info}. Fields that the kernel does not support are 0 or
 * empty.
 *
 * @param id its id in the kernel, from 1 (Linux 4.13)
 * @param type a value of {@code enum bpf_map_type}
 * @param keySize in bytes
 * @param valueSize in bytes; for one CPU in per-CPU maps
 * @param maxEntries the maximum number of entries; the size in bytes for ring buffers
 * @param flags {@code BPF_F_…}
 * @param name its name, at most 15 characters
 * @param btfId the id of the BTF that describes its keys and values; 0 if there is none
 * @param keyType the id of the type of keys in that BTF
 * @param valueType the id of the type of values in that BTF
 * @param extra a parameter that depends on the type (Linux 5.16)
 */
public record MapInfo(
        int id,
        int type,
        int keySize,
        int valueSize,
        long maxEntries,
        int flags,
        String name,
        int btfId,
        int keyType,
        int valueType,
        long extra) {

    private static final int SIZE = 88;
    private static final int NAME_SIZE = 16;

    /**
     * Queries the information about an open map.
     *
     * @throws LoadException if {@code fd} is not a map
     */
    public static MapInfo of(RunningKernel kernel, int fd) {
        return of(kernel.bpf(), fd, "descriptor " + fd);
    }

    static MapInfo of(Bpf bpf, int fd, String subject) {
        NativeMemory info = NativeMemory.allocate(SIZE);
        int answer = bpf.tryInfo(fd, info, SIZE);
        if (answer < 0) {
            throw new LoadException(new LoadProblem.CallRefused(
                    subject, Command.OBJ_GET_INFO_BY_FD.kernelName(), -answer, "", "is it a map?"));
        }
        return new MapInfo(
                info.bytes().getInt(4),
                info.bytes().getInt(0),
                info.bytes().getInt(8),
                info.bytes().getInt(12),
                Integer.toUnsignedLong(info.bytes().getInt(16)),
                info.bytes().getInt(20),
                info.text(24, NAME_SIZE),
                info.bytes().getInt(64),
                info.bytes().getInt(68),
                info.bytes().getInt(72),
                info.bytes().getLong(80));
    }

    /** The name of the type in the kernel's headers, without {@code BPF_MAP_TYPE_} and in lower case, as in {@code hash}. */
    public String typeName() {
        return typeName(type);
    }

    /** The name of a type of maps, as {@link #typeName()} has it; {@code type N} for one that is not known. */
    public static String typeName(int type) {
        @Nullable Feature feature = KernelFacts.get().mapTypes().get(type);
        return feature == null
                ? "type " + type
                : feature.name().substring("BPF_MAP_TYPE_".length()).toLowerCase(Locale.ROOT);
    }
}
