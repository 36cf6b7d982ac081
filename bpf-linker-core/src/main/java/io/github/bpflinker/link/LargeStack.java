package io.github.bpflinker.link;

import io.github.bpflinker.concurrent.SeparateThread;
import java.util.concurrent.Callable;

/** Runs work on a separate thread with a stack that is large enough for LLVM's recursion. */
final class LargeStack {

    private static final long STACK_BYTES = 64L << 20;

    private LargeStack() {}

    /** Runs work to its end: LLVM can't be interrupted. */
    static <T> T call(String name, Callable<T> work) {
        return SeparateThread.call(name, STACK_BYTES, work);
    }
}
