package io.github.bpflinker.load.syscall;

import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;

/**
 * Functions of the process's C library, with JNA direct mapping. JNA stores {@code errno} for each thread; {@link
 * Native#getLastError()} must be called before the next call.
 */
final class LibC {

    private LibC() {}

    static void register() {
        Native.register(LibC.class, NativeLibrary.getProcess());
    }

    /** syscall(2) with three arguments, all of which are passed in registers. */
    static native long syscall(long number, long first, long second, long third);

    /** The same for calls with up to six arguments. */
    static native long syscall(long number, long first, long second, long third, long fourth, long fifth, long sixth);

    static native int close(int fd);

    static native int fcntl(int fd, int command, long argument);

    static native int open(long path, int flags);

    static native long mmap(long address, long length, int protection, int flags, int fd, long offset);

    static native int munmap(long address, long length);

    static native int getpagesize();

    static native int getpid();

    static native long signal(int number, long handler);

    static native int setrlimit(int resource, long limit);
}
