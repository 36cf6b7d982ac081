package io.github.bpflinker.load.inventory;

import io.github.bpflinker.load.LoadException;
import io.github.bpflinker.load.MapInfo;
import io.github.bpflinker.load.ProgramInfo;
import io.github.bpflinker.load.host.RunningKernel;
import io.github.bpflinker.load.syscall.Bpf;
import io.github.bpflinker.load.syscall.Command;
import io.github.bpflinker.load.syscall.NativeMemory;
import io.github.bpflinker.load.syscall.SystemCallException;
import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntFunction;

/**
 * Lists the BPF objects in the running kernel, in the order of ids. Objects that are loaded or unloaded concurrently
 * may be missing. Requires CAP_SYS_ADMIN. Thread-safe.
 */
public final class Inventory {

    private static final int BTF_INFO_SIZE = 32;
    private static final int LINK_INFO_SIZE = 64;
    private static final int LONGEST_NAME = 64;
    private static final int RAW_TRACEPOINT = 1;

    private final RunningKernel kernel;
    private final Bpf bpf;

    /** Creates the inventory of a kernel. */
    public Inventory(RunningKernel kernel) {
        this.kernel = kernel;
        this.bpf = kernel.bpf();
    }

    /**
     * Lists the programs.
     *
     * @throws LoadException if this process lacks permission
     */
    public List<ProgramInfo> programs() {
        return list(Command.PROG_GET_NEXT_ID, Command.PROG_GET_FD_BY_ID, fd -> Optional.of(ProgramInfo.of(kernel, fd)));
    }

    /**
     * Lists the maps.
     *
     * @throws LoadException if this process lacks permission
     */
    public List<MapInfo> maps() {
        return list(Command.MAP_GET_NEXT_ID, Command.MAP_GET_FD_BY_ID, fd -> Optional.of(MapInfo.of(kernel, fd)));
    }

    /**
     * Lists the links.
     *
     * @throws LoadException if this process lacks permission, or before Linux 5.8
     */
    public List<LinkInfo> links() {
        return list(Command.LINK_GET_NEXT_ID, Command.LINK_GET_FD_BY_ID, this::link);
    }

    /**
     * Lists the loaded BTF.
     *
     * @throws LoadException if this process lacks permission, or before Linux 5.4
     */
    public List<BtfInfo> types() {
        return list(Command.BTF_GET_NEXT_ID, Command.BTF_GET_FD_BY_ID, this::btf);
    }

    private <T> List<T> list(Command next, Command open, IntFunction<Optional<T>> describe) {
        List<T> found = new ArrayList<>();
        OptionalInt id = next(next, 0);
        while (id.isPresent()) {
            int fd = bpf.tryOpenById(open, id.getAsInt());
            if (fd >= 0) {
                try {
                    describe.apply(fd).ifPresent(found::add);
                } finally {
                    bpf.calls().close(fd);
                }
            }
            id = next(next, id.getAsInt());
        }
        return found;
    }

    private OptionalInt next(Command command, int id) {
        try {
            return bpf.nextId(command, id);
        } catch (SystemCallException e) {
            throw LoadException.ofList(kernel, command.kernelName(), e.errno());
        }
    }

    /** That of a link that the caller has open; empty if it is no link. */
    public Optional<LinkInfo> link(int fd) {
        NativeMemory info = NativeMemory.allocate(LINK_INFO_SIZE);
        if (bpf.tryInfo(fd, info, LINK_INFO_SIZE) < 0) {
            return Optional.empty();
        }
        int type = info.bytes().getInt(0);
        String target = type == RAW_TRACEPOINT ? tracepoint(fd) : target(type, info);
        return Optional.of(
                new LinkInfo(info.bytes().getInt(4), type, info.bytes().getInt(8), target));
    }

    private String tracepoint(int fd) {
        NativeMemory name = NativeMemory.allocate(LONGEST_NAME);
        NativeMemory info = NativeMemory.allocate(LINK_INFO_SIZE);
        info.bytes().putLong(16, name.address()).putInt(24, LONGEST_NAME);
        int answer = bpf.tryInfo(fd, info, LINK_INFO_SIZE);
        String text = answer < 0 ? "" : name.text(LONGEST_NAME);
        Reference.reachabilityFence(name);
        return text;
    }

    private static String target(int type, NativeMemory info) {
        return switch (type) {
            case 3 -> "cgroup " + Long.toUnsignedString(info.bytes().getLong(16));
            case 5 ->
                "network namespace " + Integer.toUnsignedString(info.bytes().getInt(16));
            case 6, 11, 13 -> "interface " + info.bytes().getInt(16);
            default -> "";
        };
    }

    private Optional<BtfInfo> btf(int fd) {
        NativeMemory name = NativeMemory.allocate(LONGEST_NAME);
        NativeMemory info = NativeMemory.allocate(BTF_INFO_SIZE);
        info.bytes().putLong(16, name.address()).putInt(24, LONGEST_NAME);
        if (bpf.tryInfo(fd, info, BTF_INFO_SIZE) < 0) {
            return Optional.empty();
        }
        String text = name.text(LONGEST_NAME);
        Reference.reachabilityFence(name);
        return Optional.of(new BtfInfo(
                info.bytes().getInt(12),
                text,
                info.bytes().getInt(8),
                info.bytes().getInt(28) != 0));
    }
}
