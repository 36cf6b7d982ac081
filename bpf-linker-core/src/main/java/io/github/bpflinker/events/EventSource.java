package io.github.bpflinker.events;

/** A buffer that programs write records into. Implementations are thread-safe. */
public sealed interface EventSource extends AutoCloseable permits RingBuffer, PerfBuffer {

    /**
     * Hands over the records that are there, without waiting for more.
     *
     * @return how many there were; those that the program discarded do not count
     * @throws IllegalStateException if it is closed
     */
    default int consume(EventHandler handler) {
        return consume(handler, Integer.MAX_VALUE);
    }

    /** The same, but at most so many. */
    int consume(EventHandler handler, int most);

    /** What can be waited for, for an {@link EventLoop}. */
    int[] descriptors();

    /**
     * Ends a call of {@link #consume} that another thread is in after the record that it is at, and gives the memory back.
     * Does nothing if that is done already.
     */
    @Override
    void close();
}
