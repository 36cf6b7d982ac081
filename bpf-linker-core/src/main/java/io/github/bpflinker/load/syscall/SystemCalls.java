package io.github.bpflinker.load.syscall;

import io.github.bpflinker.diagnostic.UnsupportedPlatformException;
import java.nio.ByteBuffer;

/**
 * The system calls for loading. Each returns a result that is not negative, or the negated error number.
 * Implementations are thread-safe. Tests wrap it to make calls fail.
 */
public interface SystemCalls {

    /**
     * bpf(2).
     *
     * @param command the number of a {@link Command}
     * @param attributes {@code union bpf_attr}, zero after the attributes of the command
     * @param size the size passed to the kernel
     */
    long bpf(int command, NativeMemory attributes, int size);

    /**
     * Any other call.
     *
     * @param arguments up to six, as the kernel takes them in registers; memory that they point to must stay reachable
     */
    long call(SystemCall call, long... arguments);

    /** close(2). */
    int close(int fd);

    /** Duplicates a descriptor with the close-on-exec flag. */
    int duplicate(int fd);

    /**
     * open(2) with {@code O_CLOEXEC}.
     *
     * @param flags as on Linux: 0 to read, 1 to write, {@code 0x10000} for a folder
     */
    int open(String path, int flags);

    /**
     * mmap(2).
     *
     * @param address 0 to let the kernel choose
     * @param protection 1 to read, 2 to write
     * @param flags 1 for {@code MAP_SHARED}, 2 for {@code MAP_PRIVATE}, {@code 0x10} for {@code MAP_FIXED}
     * @return the address, or the negated error number (-1 to -4095)
     */
    long mmap(long address, long length, int protection, int flags, int fd, long offset);

    /** A view of mapped memory in native byte order. It must not be used after the memory is unmapped. */
    ByteBuffer view(long address, int length);

    /** munmap(2). */
    int munmap(long address, long length);

    /** The page size in bytes. */
    int pageSize();

    /** The kernel's id of the calling thread. */
    int threadId();

    /**
     * Interrupts the current system call of a thread of this process, if the call is interruptible: verification
     * returns EAGAIN.
     *
     * @param thread an id from {@link #threadId()}
     * @return whether the signal was sent
     */
    boolean interrupt(int thread);

    /** Sets the soft and the hard limit of a resource of this process: setrlimit(2). */
    int setLimit(int resource, long soft, long hard);

    /**
     * The system calls of the running kernel.
     *
     * @throws UnsupportedPlatformException if this platform is not supported
     */
    static SystemCalls ofSystem() {
        return LinuxCalls.get();
    }
}
