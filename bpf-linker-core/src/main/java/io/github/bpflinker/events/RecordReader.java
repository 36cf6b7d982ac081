package io.github.bpflinker.events;

import java.nio.ByteBuffer;

/** Reads a record in the memory of its buffer. */
@FunctionalInterface
public interface RecordReader {

    /**
     * Reads the record.
     *
     * @param memory read-only, in the order of the machine; its position and limit mean nothing
     * @param at where the record begins
     * @param size of the record in bytes
     */
    void read(ByteBuffer memory, int at, int size);
}
