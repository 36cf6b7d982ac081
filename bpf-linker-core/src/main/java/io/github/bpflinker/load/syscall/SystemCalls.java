package io.github.bpflinker.load.syscall;

import java.nio.ByteBuffer;

/**
 * The system calls that loading takes. Each answers as the kernel does: a result that is not negative, or the negated
 * error number. Implementations are thread-safe. Tests wrap it to make calls fail.
 */
public interface SystemCalls {

    /**
     * bpf(2).
     *
     * @param command as {@link Command} numbers them
     * @param attributes {@code union bpf_attr}, zero behind what the command takes
     * @param size how many bytes of it the kernel is to look at
     */
    long bpf(int command, NativeMemory attributes, int size);

    /** close(2). */
    int close(int fd);

    /** Another descriptor of the same, that closes on exec. */
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
     * @param address 0 for where the kernel likes
     * @param protection 1 to read, 2 to write
     * @param flags 1 for {@code MAP_SHARED}, 2 for {@code MAP_PRIVATE}, {@code 0x10} for {@code MAP_FIXED}
     * @return the address, or the negated error number (-1 to -4095)
     */
    long mmap(long address, long length, int protection, int flags, int fd, long offset);

    /**
     * Memory that was mapped, as a buffer in the machine's byte order. It must not be used after it was unmapped.
     */
    ByteBuffer view(long address, int length);

    /** munmap(2). */
    int munmap(long address, long length);

    /** In bytes. */
    int pageSize();

    /** The kernel's id of the calling thread. */
    int threadId();

    /**
     * Makes the call that a thread of this process is in end early, if it is one that can: the verifier's work does, with
     * EAGAIN.
     *
     * @param thread as {@link #threadId()} names it
     * @return whether the thread was told
     */
    boolean interrupt(int thread);

    /** Sets the soft and the hard limit of a resource of this process: setrlimit(2). */
    int setLimit(int resource, long soft, long hard);

    /**
     * Those of the running kernel.
     *
     * @throws UnsupportedPlatformException if programs can't be loaded from here
     */
    static SystemCalls ofSystem() {
        return LinuxCalls.get();
    }
}
