package io.github.bpflinker.load.syscall;

import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;

/**
 * Interrupts system calls of other threads: the verifier returns EAGAIN if a signal is pending for its thread. Uses an
 * unused real-time signal, with a C library function without side effects as its handler.
 */
final class Interruption {

    /** The first candidate, between the signals of the C library and that of the JVM (62). */
    private static final int FIRST = 50;

    private static final int LAST = 60;

    private static final int NONE = 0;

    private static int signal = NONE;

    private Interruption() {}

    /** Sends the signal to a thread; false if no signal is available. */
    static synchronized boolean send(Architecture architecture, int thread) {
        if (signal == NONE) {
            signal = prepare();
        }
        return signal != NONE && LibC.syscall(architecture.tgkill(), LibC.getpid(), thread, signal) == 0;
    }

    private static int prepare() {
        long handler = Pointer.nativeValue(NativeLibrary.getProcess().getFunction("getpid"));
        for (int candidate = FIRST; candidate <= LAST; candidate++) {
            long before = LibC.signal(candidate, handler);
            if (before == 0) {
                return candidate;
            }
            LibC.signal(candidate, before);
        }
        return NONE;
    }
}
