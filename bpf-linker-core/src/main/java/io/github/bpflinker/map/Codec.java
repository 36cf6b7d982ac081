package io.github.bpflinker.map;

import java.nio.ByteBuffer;

/**
 * How a key or value is laid out in a map: in a fixed number of bytes, in the machine's byte order unless it says
 * otherwise. Codecs are immutable and thread-safe. Those that are there already are in {@link Codecs}.
 *
 * @param <T> what it is in Java
 */
public interface Codec<T> {

    /** In bytes. */
    int size();

    /**
     * Writes a value at the buffer's position; exactly {@link #size()} bytes, which were zero, padding included.
     *
     * @throws IllegalArgumentException if the value does not fit
     */
    void write(T value, ByteBuffer to);

    /** Reads a value from the buffer's position; exactly {@link #size()} bytes. */
    T read(ByteBuffer from);
}
