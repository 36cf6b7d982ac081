package io.github.bpflinker.typed;

import io.github.bpflinker.events.Event;
import io.github.bpflinker.events.EventHandler;
import io.github.bpflinker.events.EventLoop;
import io.github.bpflinker.events.EventSource;
import io.github.bpflinker.events.PerfBuffer;
import io.github.bpflinker.events.RingBuffer;
import io.github.bpflinker.events.Waiting;
import io.github.bpflinker.load.OpenMap;
import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The events of a ring buffer or a perf event array, of whatever types. They are read by one thread at a time; any thread can
 * close it.
 */
public final class Events implements AutoCloseable {

    private static final int PERF_PAGES = 64;

    private final Supplier<EventSource> opener;
    private final LongAdder lost;
    private Waiting waiting = Waiting.sleeping();
    private @Nullable EventSource source;
    private @Nullable EventLoop loop;
    private EventHandler current = event -> {};
    private boolean closed;

    private Events(Supplier<EventSource> opener, LongAdder lost) {
        this.opener = opener;
        this.lost = lost;
    }

    /** The events of a ring buffer, which is opened when they are first read. */
    public static Events ofRingBuffer(OpenMap map) {
        return new Events(() -> RingBuffer.of(map), new LongAdder());
    }

    /** The events of a perf event array, with buffers of 64 pages for each CPU, which are opened when they are first read. */
    public static Events ofPerfEvents(OpenMap map) {
        LongAdder lost = new LongAdder();
        return new Events(() -> PerfBuffer.of(map, PERF_PAGES, (cpu, count) -> lost.add(count)), lost);
    }

    /** The same events, all of one type. */
    public <T, V extends StructView> TypedEvents<T, V> as(StructType<T, V> type) {
        return new TypedEvents<>(this, type);
    }

    /**
     * Sets how {@link #run} and {@link #poll} wait; by default they sleep until there is an event.
     *
     * @throws IllegalStateException if they were called before
     */
    public synchronized void setWaiting(Waiting wanted) {
        if (loop != null) {
            throw new IllegalStateException("events have been waited for; set the way of waiting before that");
        }
        waiting = wanted;
    }

    /**
     * The buffer, for an {@link EventLoop} or an {@link io.github.bpflinker.events.EventPublisher} of one's own.
     *
     * @throws IllegalStateException if it is closed
     */
    public synchronized EventSource source() {
        if (closed) {
            throw new IllegalStateException("the events are closed");
        }
        if (source == null) {
            source = opener.get();
        }
        return source;
    }

    /**
     * Passes the events that are there to a handler, without waiting for more.
     *
     * @return their number
     */
    public int consume(EventHandler handler) {
        return source().consume(handler);
    }

    /**
     * Passes the events that are there to a handler; if there are none, waits for some.
     *
     * @param most the longest time to wait
     * @return their number
     */
    public int poll(Duration most, EventHandler handler) {
        return loop(handler).poll(most);
    }

    /** Passes events to a handler until {@link #stop} or {@link #close} is called, or the thread is interrupted. */
    public void run(EventHandler handler) {
        loop(handler).run();
    }

    private synchronized EventLoop loop(EventHandler handler) {
        EventSource opened = source();
        current = handler;
        EventLoop known = loop;
        if (known == null) {
            known = new EventLoop(waiting);
            known.add(opened, this::pass);
            loop = known;
        }
        return known;
    }

    private void pass(Event event) {
        current.accept(event);
    }

    /** Makes {@link #run} return after the current event. */
    public synchronized void stop() {
        if (loop != null) {
            loop.stop();
        }
    }

    /** How many events of a perf event array were lost because its buffers were full; 0 for ring buffers. */
    public long lost() {
        return lost.sum();
    }

    /** Closes the buffer. Has no effect if it is already closed. */
    @Override
    public void close() {
        EventLoop openLoop;
        EventSource openSource;
        synchronized (this) {
            closed = true;
            openLoop = loop;
            openSource = source;
        }
        if (openLoop != null) {
            openLoop.close();
        } else if (openSource != null) {
            openSource.close();
        }
    }
}
