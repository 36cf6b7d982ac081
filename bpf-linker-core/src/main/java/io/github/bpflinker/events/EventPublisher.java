package io.github.bpflinker.events;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Records as Java values, for code that wants streams of objects: a publisher for reactive code, or an iterator that waits.
 * A subscriber that asks for fewer than come leaves the rest in the buffer, where programs find it full: so pressure reaches
 * those who write.
 *
 * @param <T> what a record is in Java
 */
public final class EventPublisher<T> implements Flow.Publisher<T> {

    private final EventSource source;
    private final Function<Event, T> decode;
    private final AtomicBoolean used = new AtomicBoolean();

    private EventPublisher(EventSource source, Function<Event, T> decode) {
        this.source = source;
        this.decode = decode;
    }

    /**
     * That of a buffer, which it closes when the subscription is over.
     *
     * @param decode makes a value of a record, in the call
     */
    public static <T> EventPublisher<T> of(EventSource source, Function<Event, T> decode) {
        return new EventPublisher<>(source, decode);
    }

    /** The same with a copy of the bytes of each record. */
    public static EventPublisher<byte[]> of(EventSource source) {
        return new EventPublisher<>(source, Event::toArray);
    }

    /**
     * Delivers records on a daemon thread of its own, as many as are asked for, until the subscription is cancelled. One
     * subscriber only: another is told {@link IllegalStateException}.
     */
    @Override
    public void subscribe(Flow.Subscriber<? super T> subscriber) {
        if (!used.compareAndSet(false, true)) {
            subscriber.onSubscribe(new Flow.Subscription() {
                @Override
                public void request(long count) {
                    // There will be none.
                }

                @Override
                public void cancel() {
                    // It never began.
                }
            });
            subscriber.onError(new IllegalStateException("the buffer has a subscriber already"));
            return;
        }
        Delivery<T> delivery = new Delivery<>(source, decode, subscriber);
        subscriber.onSubscribe(delivery);
        Thread thread = new Thread(delivery, "bpf-events");
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * All records from now on, for a loop that waits for each; it never ends by itself. Closing it, which any thread can,
     * closes the buffer: a thread that waits in {@code hasNext} then gets false.
     */
    public EventStream<T> iterator() {
        if (!used.compareAndSet(false, true)) {
            throw new IllegalStateException("the buffer has a subscriber already");
        }
        return new EventStream<>(source, decode);
    }

    /**
     * Records one by one. For one thread, but for {@link #close}.
     *
     * @param <T> what a record is in Java
     */
    public static final class EventStream<T> implements Iterator<T>, AutoCloseable {

        private static final int AHEAD = 256;
        private static final Duration LONG = Duration.ofSeconds(1);

        private final EventLoop loop = new EventLoop();
        private final Deque<T> ready = new ArrayDeque<>();
        private final EventSource source;
        private final Function<Event, T> decode;
        private volatile boolean closed;

        EventStream(EventSource source, Function<Event, T> decode) {
            this.source = source;
            this.decode = decode;
            loop.watch(source);
        }

        /** Waits for a record; false if it was closed, or the thread is interrupted. */
        @Override
        public boolean hasNext() {
            try {
                while (ready.isEmpty() && !closed && !Thread.currentThread().isInterrupted()) {
                    if (source.consume(event -> ready.add(decode.apply(event)), AHEAD) == 0) {
                        loop.await(LONG);
                    }
                }
            } catch (IllegalStateException e) {
                if (!closed) {
                    throw e;
                }
            }
            return !ready.isEmpty();
        }

        @Override
        public T next() {
            @Nullable T next = hasNext() ? ready.poll() : null;
            if (next == null) {
                throw new NoSuchElementException("the buffer is closed");
            }
            return next;
        }

        @Override
        public void close() {
            closed = true;
            loop.close();
            source.close();
        }
    }
}
