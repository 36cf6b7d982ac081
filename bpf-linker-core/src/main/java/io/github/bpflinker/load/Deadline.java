package io.github.bpflinker.load;

import io.github.bpflinker.load.syscall.SystemCalls;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Interrupts the system call of the thread that started it when its time is over, again and again until it has ended. One
 * that ends by itself is not disturbed.
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

    /** Starts for a call that the calling thread is about to make. */
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

    /** Whether the time is over. */
    boolean isOver() {
        return over;
    }

    @Override
    public void close() {
        done.countDown();
    }
}
