package io.github.bpflinker.events;

import io.github.bpflinker.load.LoadException;
import io.github.bpflinker.load.LoadProblem;
import io.github.bpflinker.load.syscall.Errno;
import io.github.bpflinker.load.syscall.EventCalls;
import io.github.bpflinker.load.syscall.NativeMemory;
import io.github.bpflinker.load.syscall.SystemCalls;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Waits for records in one or several buffers and passes them to handlers:
 *
 * <pre>{@code
 * try (EventLoop loop = new EventLoop()) {
 *     loop.add(RingBuffer.of(object.map("events")), event -> System.out.println(event.getInt(0)));
 *     loop.run();
 * }
 * }</pre>
 *
 * <p>It owns the added buffers and closes them with itself. {@link #stop} and {@link #close} can be called by any
 * thread; {@code close} waits for a running handler. {@link #run} also returns if its thread is interrupted, with the
 * interrupt status set.
 */
public final class EventLoop implements AutoCloseable {

    private static final int MOST_EVENTS = 64;
    private static final int LONGEST_SLEEP_MILLIS = 100;

    private final EventCalls events = EventCalls.ofSystem();
    private final SystemCalls calls = SystemCalls.ofSystem();
    private final List<Registration> sources = new ArrayList<>();
    private final Waiting waiting;
    private final int epoll;
    private final int wake;
    private final NativeMemory answers = events.newEvents(MOST_EVENTS);
    private final ReentrantLock lock = new ReentrantLock();
    private volatile boolean stopped;
    private volatile boolean closed;
    private boolean released;
    private final Object waking = new Object();
    private boolean wakeClosed;

    private record Registration(EventSource source, EventHandler handler) {}

    /** Creates a loop that sleeps until records are available. */
    public EventLoop() {
        this(Waiting.sleeping());
    }

    /** Creates a loop with another waiting strategy. */
    public EventLoop(Waiting waiting) {
        this.waiting = waiting;
        epoll = check(events.newEpoll(), "epoll_create1");
        wake = events.newCounter();
        if (wake < 0) {
            calls.close(epoll);
        }
        check(wake, "eventfd");
        check(events.add(epoll, wake, -1), "epoll_ctl");
    }

    private static int check(int answer, String call) {
        if (answer < 0) {
            throw new LoadException(new LoadProblem.CallRefused(
                    "event loop", call, -answer, "", -answer == Errno.EMFILE ? "raise ulimit -n" : ""));
        }
        return answer;
    }

    /** Adds a buffer, which the loop then owns. Blocks while another thread is in {@link #run} or {@link #poll}. */
    public void add(EventSource source, EventHandler handler) {
        lock.lock();
        try {
            checkOpen();
            sources.add(new Registration(source, handler));
            for (int fd : source.descriptors()) {
                check(events.add(epoll, fd, sources.size() - 1), "epoll_ctl");
            }
        } finally {
            lock.unlock();
        }
    }

    /** Adds a buffer that others own and read to those that {@link #await} waits for. */
    void watch(EventSource source) {
        for (int fd : source.descriptors()) {
            check(events.add(epoll, fd, -1), "epoll_ctl");
        }
    }

    /** Waits until a watched buffer has records, at most for the given time. */
    void await(Duration most) {
        lock.lock();
        try {
            if (!closed) {
                int answer = events.await(epoll, answers, (int) most.toMillis());
                if (answer != -Errno.EINTR) {
                    check(answer, "epoll_wait");
                }
            }
        } finally {
            leave();
        }
    }

    private void checkOpen() {
        if (closed) {
            throw new IllegalStateException("the event loop is closed");
        }
    }

    /**
     * Passes records to handlers until it is stopped or closed, or its thread is interrupted. An exception of a handler
     * ends it.
     *
     * @throws IllegalStateException if it is closed
     */
    public void run() {
        lock.lock();
        try {
            checkOpen();
            // Records that arrived before the wait do not cause a wake-up.
            drain();
            while (!isOver()) {
                turn(waiting.spins() ? 0 : -1);
            }
            stopped = false;
        } finally {
            leave();
        }
    }

    /**
     * Passes available records to handlers; if there are none, waits for records.
     *
     * @param most the maximum time to wait
     * @return the number of records
     * @throws IllegalStateException if it is closed
     */
    public int poll(Duration most) {
        lock.lock();
        try {
            checkOpen();
            int taken = drain();
            long end = System.nanoTime() + most.toNanos();
            long left = most.toNanos();
            while (taken == 0 && left > 0 && !isOver()) {
                taken = turn(waiting.spins() ? 0 : (int) Math.min(Integer.MAX_VALUE, (left + 999_999) / 1_000_000));
                left = end - System.nanoTime();
            }
            stopped = false;
            return taken;
        } finally {
            leave();
        }
    }

    private boolean isOver() {
        return stopped || closed || Thread.currentThread().isInterrupted();
    }

    private int turn(int milliseconds) {
        if (milliseconds == 0) {
            Thread.onSpinWait();
            return drain();
        }
        // An interrupt does not end the call, so the status is polled.
        int sleep = milliseconds < 0 ? LONGEST_SLEEP_MILLIS : Math.min(milliseconds, LONGEST_SLEEP_MILLIS);
        int ready = events.await(epoll, answers, sleep);
        if (ready != -Errno.EINTR) {
            check(ready, "epoll_wait");
        }
        if (ready <= 0 || isOver()) {
            return 0;
        }
        if (!waiting.pause().isZero()) {
            LockSupport.parkNanos(waiting.pause().toNanos());
        }
        return drain();
    }

    private int drain() {
        int taken = 0;
        for (Registration each : sources) {
            if (isOver()) {
                return taken;
            }
            taken += each.source().consume(each.handler());
        }
        return taken;
    }

    /** Makes {@link #run} return after the current record, also if it is called before {@code run}. */
    public void stop() {
        stopped = true;
        wakeUp();
    }

    private void wakeUp() {
        NativeMemory one = NativeMemory.allocate(Long.BYTES);
        one.bytes().putLong(0, 1);
        synchronized (waking) {
            // Its number may stand for something else by then.
            if (!wakeClosed) {
                events.write(wake, one, Long.BYTES);
            }
        }
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            wakeUp();
        }
        lock.lock();
        leave();
    }

    private void leave() {
        try {
            if (lock.getHoldCount() == 1 && closed && !released) {
                released = true;
                sources.forEach(each -> each.source().close());
                calls.close(epoll);
                synchronized (waking) {
                    wakeClosed = true;
                    calls.close(wake);
                }
            }
            if (lock.getHoldCount() == 1 && !released) {
                events.read(wake, NativeMemory.allocate(Long.BYTES));
            }
        } finally {
            lock.unlock();
        }
    }
}
