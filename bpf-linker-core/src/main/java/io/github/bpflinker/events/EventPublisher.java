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
 * Publishes records as Java values, as a reactive publisher or as a blocking iterator. Records that a subscriber has
 * not requested stay in the buffer; when it is full, programs can't add further records (back pressure).
 *
 * @param <T> the Java type of records
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
     * Creates a publisher for a buffer, which is closed when the subscription ends.
     *
     * @param decode converts a record to a value during the call
     */
    public static <T> EventPublisher<T> of(EventSource source, Function<Event, T> decode) {
        return new EventPublisher<>(source, decode);
    }

    /** Creates a publisher of copies of the records' bytes. */
    public static EventPublisher<byte[]> of(EventSource source) {
        return new EventPublisher<>(source, Event::toArray);
    }

    /**
     * Delivers records on a separate daemon thread, as many as requested, until the subscription is cancelled. Only one
     * subscriber is supported; others receive {@link IllegalStateException}.
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
     * Returns a blocking iterator over all future records, which is endless. Any thread can close it, which closes the
     * buffer and makes {@code hasNext} return false.
     */
    public EventStream<T> iterator() {
        if (!used.compareAndSet(false, true)) {
            throw new IllegalStateException("the buffer has a subscriber already");
        }
        return new EventStream<>(source, decode);
    }

    /**
     * A blocking iterator over records. Not thread-safe, except for {@link #close}.
     *
     * @param <T> the Java type of records
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

        /** Waits for a record; false if the stream is closed or the thread is interrupted. */
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
