package io.github.bpflinker.load;

import io.github.bpflinker.load.syscall.SystemCalls;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Interrupts a system call of the creating thread when the time limit is exceeded, repeatedly until the call returns. A
 * call that returns in time is not affected.
 */
final class Deadline implements AutoCloseable {

    private static final long MILLIS_BETWEEN = 20;

    private final SystemCalls calls;
    private final int thread;
    private final Duration limit;
    private final CountDownLatch done = new CountDownLatch(1);
    private volatile boolean over;

    private Deadline(SystemCalls calls, int thread, Duration limit) {
        this.calls = calls;
        this.thread = thread;
        this.limit = limit;
    }

    /** Starts the limit for the next call of the current thread. */
    static Deadline start(SystemCalls calls, Duration limit) {
        Deadline deadline = new Deadline(calls, calls.threadId(), limit);
        Thread watch = new Thread(deadline::watch, "bpf-verifier-deadline");
        watch.setDaemon(true);
        watch.start();
        return deadline;
    }

    private void watch() {
        try {
            long wait = limit.toMillis();
            while (!done.await(wait, TimeUnit.MILLISECONDS)) {
                over = true;
                calls.interrupt(thread);
                wait = MILLIS_BETWEEN;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether the time limit was exceeded. */
    boolean isOver() {
        return over;
    }

    @Override
    public void close() {
        done.countDown();
    }
}
