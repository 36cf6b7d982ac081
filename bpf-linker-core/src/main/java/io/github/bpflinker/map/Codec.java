package io.github.bpflinker.map;

import java.nio.ByteBuffer;

/**
 * Converts keys or values of a map to and from a fixed number of bytes, by default in native byte order. Codecs are
 * immutable and thread-safe. Predefined ones are in {@link Codecs}.
 *
 * @param <T> the Java type
 */
public interface Codec<T> {

    /** The size in bytes. */
    int size();

    /**
     * Writes a value at the buffer's position. It must advance the position by {@link #size()}; the bytes are zero
     * before.
     *
     * @throws IllegalArgumentException if the value does not fit
     */
    void write(T value, ByteBuffer to);

    /** Reads a value from the buffer's position; exactly {@link #size()} bytes. */
    T read(ByteBuffer from);
}
