package io.github.bpflinker.testing;

import io.github.bpflinker.load.syscall.NativeMemory;
import io.github.bpflinker.load.syscall.SystemCall;
import io.github.bpflinker.load.syscall.SystemCalls;
import java.nio.ByteBuffer;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;

/** The system calls of the running kernel, of which some fail; it knows which descriptors they opened and closed. */
public final class FailingCalls implements SystemCalls {

    /** Decides about calls. */
    public interface Faults {

        /**
         * The error number with which a call fails, or 0.
         *
         * @param call how many calls came before
         * @param command the number of the command of bpf(2); -1 for any other call
         */
        int errno(int call, int command);
    }

    private static final int NO_COMMAND = -1;
    private static final Set<SystemCall> OPENING = Set.of(
            SystemCall.SOCKET,
            SystemCall.OPENAT,
            SystemCall.PERF_EVENT_OPEN,
            SystemCall.FSOPEN,
            SystemCall.FSMOUNT,
            SystemCall.PIDFD_OPEN);

    private final SystemCalls calls = SystemCalls.ofSystem();
    private final Faults faults;
    private final AtomicInteger made = new AtomicInteger();
    private final Set<Integer> open = new TreeSet<>();
    private final Set<Long> mapped = new TreeSet<>();

    public FailingCalls(Faults faults) {
        this.faults = faults;
    }

    /** How many calls could have failed so far. */
    public int made() {
        return made.get();
    }

    /** Descriptors that were opened and not closed. */
    public synchronized Set<Integer> open() {
        return new TreeSet<>(open);
    }

    /** Addresses that were mapped and not unmapped. */
    public synchronized Set<Long> mapped() {
        return new TreeSet<>(mapped);
    }

    private int fault(int command) {
        return faults.errno(made.getAndIncrement(), command);
    }

    /**
     * MAP_CREATE, PROG_LOAD, OBJ_GET, those that open by id, RAW_TRACEPOINT_OPEN, BTF_LOAD, LINK_CREATE, ITER_CREATE,
     * TOKEN_CREATE.
     */
    private static boolean opens(int command) {
        return Set.of(0, 5, 7, 13, 14, 17, 18, 19, 28, 30, 33, 36).contains(command);
    }

    private synchronized int opened(int fd) {
        if (fd >= 0) {
            open.add(fd);
        }
        return fd;
    }

    @Override
    public long bpf(int command, NativeMemory attributes, int size) {
        int errno = fault(command);
        if (errno != 0) {
            return -errno;
        }
        long answer = calls.bpf(command, attributes, size);
        return opens(command) ? opened((int) answer) : answer;
    }

    @Override
    public long call(SystemCall call, long... arguments) {
        int fault = fault(NO_COMMAND);
        if (fault != 0) {
            return -fault;
        }
        long answer = calls.call(call, arguments);
        return OPENING.contains(call) ? opened((int) answer) : answer;
    }

    @Override
    public synchronized int close(int fd) {
        if (!open.remove(fd)) {
            throw new AssertionError("descriptor " + fd + " is closed, but was not opened");
        }
        return calls.close(fd);
    }

    @Override
    public int duplicate(int fd) {
        int errno = fault(NO_COMMAND);
        return errno != 0 ? -errno : opened(calls.duplicate(fd));
    }

    @Override
    public int open(String path, int flags) {
        int errno = fault(NO_COMMAND);
        return errno != 0 ? -errno : opened(calls.open(path, flags));
    }

    @Override
    public long mmap(long address, long length, int protection, int flags, int fd, long offset) {
        int errno = fault(NO_COMMAND);
        if (errno != 0) {
            return -errno;
        }
        long answer = calls.mmap(address, length, protection, flags, fd, offset);
        synchronized (this) {
            mapped.add(answer);
        }
        return answer;
    }

    @Override
    public ByteBuffer view(long address, int length) {
        return calls.view(address, length);
    }

    @Override
    public synchronized int munmap(long address, long length) {
        mapped.remove(address);
        return calls.munmap(address, length);
    }

    @Override
    public int pageSize() {
        return calls.pageSize();
    }

    @Override
    public int threadId() {
        return calls.threadId();
    }

    @Override
    public boolean interrupt(int thread) {
        return calls.interrupt(thread);
    }

    @Override
    public int setLimit(int resource, long soft, long hard) {
        return calls.setLimit(resource, soft, hard);
    }
}
