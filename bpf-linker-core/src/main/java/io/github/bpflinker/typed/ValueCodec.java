package io.github.bpflinker.typed;

import io.github.bpflinker.map.Codec;
import java.nio.ByteBuffer;

/**
 * A codec of keys or values that are no structs, made of the methods of {@link Memory}. Immutable and thread-safe.
 *
 * @param <T> the Java type
 */
public final class ValueCodec<T> implements Codec<T> {

    private final int size;
    private final Reader<T> reader;
    private final Writer<T> writer;

    /**
     * Reads a value.
     *
     * @param <T> the Java type
     */
    @FunctionalInterface
    public interface Reader<T> {
        /** Reads from {@code memory}, in the order of the machine, at {@code at}. */
        T read(ByteBuffer memory, int at);
    }

    /**
     * Writes a value.
     *
     * @param <T> the Java type
     */
    @FunctionalInterface
    public interface Writer<T> {
        /** Writes into {@code memory}, in the order of the machine, at {@code at}. */
        void write(ByteBuffer memory, int at, T value);
    }

    private ValueCodec(int size, Reader<T> reader, Writer<T> writer) {
        this.size = size;
        this.reader = reader;
        this.writer = writer;
    }

    /**
     * Used by generated classes.
     *
     * @param size in bytes
     */
    public static <T> ValueCodec<T> of(int size, Reader<T> reader, Writer<T> writer) {
        return new ValueCodec<>(size, reader, writer);
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public void write(T value, ByteBuffer to) {
        int at = to.position();
        writer.write(Memory.inOrder(to), at, value);
        to.position(at + size);
    }

    @Override
    public T read(ByteBuffer from) {
        int at = from.position();
        T value = reader.read(Memory.inOrder(from), at);
        from.position(at + size);
        return value;
    }
}
