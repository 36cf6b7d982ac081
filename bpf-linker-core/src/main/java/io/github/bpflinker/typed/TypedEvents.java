package io.github.bpflinker.typed;

import io.github.bpflinker.events.Event;
import io.github.bpflinker.events.EventHandler;
import io.github.bpflinker.events.EventSource;
import io.github.bpflinker.events.RecordReader;
import io.github.bpflinker.events.Waiting;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The events of a ring buffer or a perf event array that are all of one type. Each is passed as a record, which can be kept,
 * or as a view, for which nothing is allocated and which ends with the handler. They are read by one thread at a time; any
 * thread can close it.
 *
 * @param <T> the record
 * @param <V> the view
 */
public final class TypedEvents<T, V extends StructView> implements AutoCloseable {

    private final Events events;
    private final StructType<T, V> type;

    TypedEvents(Events events, StructType<T, V> type) {
        this.events = events;
        this.type = type;
    }

    /** The type of the events. */
    public StructType<T, V> type() {
        return type;
    }

    /** The same events without a type. */
    public Events untyped() {
        return events;
    }

    /** The buffer, for an event loop of one's own, with {@link #handler}. */
    public EventSource source() {
        return events.source();
    }

    /** Sets how {@code run} and {@code poll} wait; see {@link Events#setWaiting}. */
    public void setWaiting(Waiting wanted) {
        events.setWaiting(wanted);
    }

    /** The record of an event. */
    public T read(Event event) {
        Slot<T> slot = new Slot<>(type);
        event.read(slot);
        return slot.value();
    }

    /** A handler for event loops that makes a record of each event. */
    public EventHandler handler(Consumer<? super T> handler) {
        RecordReader reader = (memory, at, size) -> handler.accept(type.read(memory, at, size));
        return event -> event.read(reader);
    }

    /** A handler for event loops that shows each event in the same view. */
    public EventHandler viewHandler(Consumer<? super V> handler) {
        V view = type.newView();
        RecordReader reader = (memory, at, size) -> {
            view.moveTo(memory, at, size);
            handler.accept(view);
        };
        return event -> {
            try {
                event.read(reader);
            } finally {
                view.leave();
            }
        };
    }

    /**
     * Passes the events that are there to a handler, without waiting for more.
     *
     * @return their number
     */
    public int consume(Consumer<? super T> handler) {
        return events.consume(handler(handler));
    }

    /** As {@link #consume}, with views. */
    public int consumeViews(Consumer<? super V> handler) {
        return events.consume(viewHandler(handler));
    }

    /**
     * Passes the events that are there to a handler; if there are none, waits for some.
     *
     * @param most the longest time to wait
     * @return their number
     */
    public int poll(Duration most, Consumer<? super T> handler) {
        return events.poll(most, handler(handler));
    }

    /** As {@link #poll}, with views. */
    public int pollViews(Duration most, Consumer<? super V> handler) {
        return events.poll(most, viewHandler(handler));
    }

    /** Passes events to a handler until {@link #stop} or {@link #close} is called, or the thread is interrupted. */
    public void run(Consumer<? super T> handler) {
        events.run(handler(handler));
    }

    /** As {@link #run}, with views. */
    public void runViews(Consumer<? super V> handler) {
        events.run(viewHandler(handler));
    }

    /** Makes {@code run} return after the current event. */
    public void stop() {
        events.stop();
    }

    /** How many events of a perf event array were lost because its buffers were full; 0 for ring buffers. */
    public long lost() {
        return events.lost();
    }

    @Override
    public void close() {
        events.close();
    }

    /** Takes one record out of an event. */
    private static final class Slot<T> implements RecordReader {

        private final StructType<T, ?> type;
        private Optional<T> value = Optional.empty();

        Slot(StructType<T, ?> type) {
            this.type = type;
        }

        @Override
        public void read(ByteBuffer memory, int at, int size) {
            value = Optional.of(type.read(memory, at, size));
        }

        T value() {
            return value.orElseThrow();
        }
    }
}
