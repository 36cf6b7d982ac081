package io.github.bpflinker.load;

import io.github.bpflinker.kernel.table.TypeNumbers;
import io.github.bpflinker.load.host.RunningKernel;
import io.github.bpflinker.load.syscall.Bpf;
import io.github.bpflinker.load.syscall.Command;
import io.github.bpflinker.load.syscall.NativeMemory;
import java.lang.ref.Reference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Information of the kernel about a program: {@code struct bpf_prog_info}. Fields that the kernel does not support are
 * 0 or empty.
 *
 * @param id its id in the kernel, from 1 (Linux 4.13)
 * @param type a value of {@code enum bpf_prog_type}
 * @param name its name, at most 15 characters
 * @param tag 16 hexadecimal digits, a hash of its instructions
 * @param jitedSize the size of the machine code in bytes; 0 if it is interpreted
 * @param translatedSize the size of the instructions in bytes after their translation by the verifier
 * @param loadTime the load time, since boot
 * @param loadedBy the id of the user that loaded it
 * @param mapIds the ids of the maps that it uses
 * @param btfId the id of the BTF that describes its functions; 0 if there is none
 * @param runCount the number of runs while statistics were enabled ({@code kernel.bpf_stats_enabled}, Linux 5.1)
 * @param runTime the total time of these runs
 * @param verifiedInstructions the number of instructions that the verifier processed on all paths (Linux 5.16)
 */
public record ProgramInfo(
        int id,
        int type,
        String name,
        String tag,
        int jitedSize,
        int translatedSize,
        Duration loadTime,
        int loadedBy,
        List<Integer> mapIds,
        int btfId,
        long runCount,
        Duration runTime,
        long verifiedInstructions) {

    private static final int SIZE = 232;
    private static final int TAG = 8;
    private static final int TAG_SIZE = 8;
    private static final int JITED_SIZE = 16;
    private static final int TRANSLATED_SIZE = 20;
    private static final int LOAD_TIME = 40;
    private static final int LOADED_BY = 48;
    private static final int MAP_COUNT = 52;
    private static final int MAP_IDS = 56;
    private static final int NAME = 64;
    private static final int NAME_SIZE = 16;
    private static final int BTF_ID = 128;
    private static final int RUN_TIME = 192;
    private static final int RUN_COUNT = 200;
    private static final int VERIFIED = 216;
    private static final int MOST_MAPS = 64;

    public ProgramInfo {
        mapIds = List.copyOf(mapIds);
    }

    /**
     * Queries the information about an open program.
     *
     * @throws LoadException if {@code fd} is not a program
     */
    public static ProgramInfo of(RunningKernel kernel, int fd) {
        return of(kernel.bpf(), fd, "descriptor " + fd);
    }

    static ProgramInfo of(Bpf bpf, int fd, String subject) {
        NativeMemory info = NativeMemory.allocate(SIZE);
        NativeMemory maps = NativeMemory.allocate(MOST_MAPS * Integer.BYTES);
        info.bytes().putInt(MAP_COUNT, MOST_MAPS).putLong(MAP_IDS, maps.address());
        int answer = bpf.tryInfo(fd, info, SIZE);
        Reference.reachabilityFence(maps);
        if (answer < 0) {
            throw new LoadException(new LoadProblem.CallRefused(
                    subject, Command.OBJ_GET_INFO_BY_FD.kernelName(), -answer, "", "is it a program?"));
        }
        List<Integer> mapIds = new ArrayList<>();
        for (int i = 0; i < Math.min(info.bytes().getInt(MAP_COUNT), MOST_MAPS); i++) {
            mapIds.add(maps.bytes().getInt(i * Integer.BYTES));
        }
        StringBuilder tag = new StringBuilder();
        for (int at = 0; at < TAG_SIZE; at++) {
            tag.append(String.format(Locale.ROOT, "%02x", info.bytes().get(TAG + at)));
        }
        return new ProgramInfo(
                info.bytes().getInt(4),
                info.bytes().getInt(0),
                info.text(NAME, NAME_SIZE),
                tag.toString(),
                info.bytes().getInt(JITED_SIZE),
                info.bytes().getInt(TRANSLATED_SIZE),
                Duration.ofNanos(info.bytes().getLong(LOAD_TIME)),
                info.bytes().getInt(LOADED_BY),
                mapIds,
                info.bytes().getInt(BTF_ID),
                info.bytes().getLong(RUN_COUNT),
                Duration.ofNanos(info.bytes().getLong(RUN_TIME)),
                Integer.toUnsignedLong(info.bytes().getInt(VERIFIED)));
    }

    /** The name of the type in the kernel's headers, without {@code BPF_PROG_TYPE_} and in lower case, as in {@code xdp}. */
    public String typeName() {
        return typeName(type);
    }

    static String typeName(int type) {
        return TypeNumbers.programs()
                .name(type)
                .map(name -> name.substring("BPF_PROG_TYPE_".length()).toLowerCase(Locale.ROOT))
                .orElse("type " + type);
    }
}
