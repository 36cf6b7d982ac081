package io.github.bpflinker.events;

/** A buffer to which programs write records. Implementations are thread-safe. */
public sealed interface EventSource extends AutoCloseable permits RingBuffer, PerfBuffer, TracePipe {

    /**
     * Passes the available records to a handler, without waiting for more.
     *
     * @return the number of records, without discarded ones
     * @throws IllegalStateException if it is closed
     */
    default int consume(EventHandler handler) {
        return consume(handler, Integer.MAX_VALUE);
    }

    /** Passes at most {@code most} available records to a handler. */
    int consume(EventHandler handler, int most);

    /** The descriptors for poll(2) in an {@link EventLoop}. */
    int[] descriptors();

    /**
     * Ends a concurrent call of {@link #consume} after its current record, and unmaps the memory. Has no effect if it
     * is already closed.
     */
    @Override
    void close();
}
