package io.github.bpflinker.load.syscall;

import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;

/**
 * Makes system calls of other threads end early: the verifier gives up with EAGAIN when its thread has a signal pending. The
 * signal is one of the real-time signals that nobody in this process uses; what handles it is a function of the C library
 * that does nothing but answer.
 */
final class Interruption {

    /** Between what the C library keeps for itself and what the JVM uses (62). */
    private static final int FIRST = 50;

    private static final int LAST = 60;

    private static final int NONE = 0;

    private static int signal = NONE;

    private Interruption() {}

    /** Sends it to a thread; false if no signal is free. */
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
