package io.github.bpflinker.load.syscall;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import io.github.bpflinker.diagnostic.UnsupportedPlatformException;
import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** The system calls of the running kernel, through {@code syscall(2)} and other functions of the C library. */
final class LinuxCalls implements SystemCalls {

    /** {@code O_CLOEXEC} is the same on x86-64 and aarch64. */
    private static final int CLOSE_ON_EXEC = 0x80000;

    /** {@code F_DUPFD_CLOEXEC}. */
    private static final int DUPLICATE_CLOSE_ON_EXEC = 1030;

    private static final int MOST_ARGUMENTS = 6;

    private final Architecture architecture;
    private final int bpf;

    private LinuxCalls(Architecture architecture) {
        this.architecture = architecture;
        this.bpf = architecture.bpf();
    }

    static SystemCalls get() {
        Architecture architecture = Architecture.ofSystem();
        try {
            return Holder.of(architecture);
        } catch (UnsatisfiedLinkError | ExceptionInInitializerError | NoClassDefFoundError e) {
            throw new UnsupportedPlatformException(
                    "JNA can't bind the C library (" + reason(e) + "); it needs a temporary folder that it may write to"
                            + " and run from: set -Djna.tmpdir=FOLDER",
                    e);
        }
    }

    private static String reason(Throwable failure) {
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        return String.valueOf(cause.getMessage());
    }

    /** Binds the functions on first use. */
    private static final class Holder {

        private static final LinuxCalls CALLS = new LinuxCalls(Architecture.ofSystem());

        static {
            LibC.register();
        }

        static LinuxCalls of(Architecture architecture) {
            if (CALLS.architecture != architecture) {
                throw new IllegalStateException(architecture.name());
            }
            return CALLS;
        }
    }

    @Override
    public long bpf(int command, NativeMemory attributes, int size) {
        long result = LibC.syscall(bpf, command, attributes.address(), size);
        long answer = result < 0 ? -Native.getLastError() : result;
        Reference.reachabilityFence(attributes);
        return answer;
    }

    @Override
    public long call(SystemCall call, long... arguments) {
        long[] all = Arrays.copyOf(arguments, MOST_ARGUMENTS);
        long result = LibC.syscall(call.number(architecture), all[0], all[1], all[2], all[3], all[4], all[5]);
        return result < 0 ? -Native.getLastError() : result;
    }

    @Override
    public int close(int fd) {
        return answer(LibC.close(fd));
    }

    @Override
    public int duplicate(int fd) {
        return answer(LibC.fcntl(fd, DUPLICATE_CLOSE_ON_EXEC, 0));
    }

    @Override
    public int open(String path, int flags) {
        NativeMemory name = CStrings.of(path);
        int answer = answer(LibC.open(name.address(), flags | CLOSE_ON_EXEC));
        Reference.reachabilityFence(name);
        return answer;
    }

    @Override
    public long mmap(long wanted, long length, int protection, int flags, int fd, long offset) {
        long address = LibC.mmap(wanted, length, protection, flags, fd, offset);
        return address == -1 ? -Native.getLastError() : address;
    }

    @Override
    public ByteBuffer view(long address, int length) {
        return new Pointer(address).getByteBuffer(0, length).order(ByteOrder.nativeOrder());
    }

    @Override
    public int munmap(long address, long length) {
        return answer(LibC.munmap(address, length));
    }

    @Override
    public int pageSize() {
        return LibC.getpagesize();
    }

    @Override
    public int threadId() {
        return (int) LibC.syscall(architecture.gettid(), 0, 0, 0);
    }

    @Override
    public boolean interrupt(int thread) {
        return Interruption.send(architecture, thread);
    }

    @Override
    public int setLimit(int resource, long soft, long hard) {
        NativeMemory limit = NativeMemory.allocate(2 * Long.BYTES);
        limit.bytes().putLong(0, soft).putLong(Long.BYTES, hard);
        int answer = answer(LibC.setrlimit(resource, limit.address()));
        Reference.reachabilityFence(limit);
        return answer;
    }

    private static int answer(int result) {
        return result < 0 ? -Native.getLastError() : result;
    }
}
