package io.github.bpflinker.typed;

import io.github.bpflinker.map.Codec;
import java.nio.ByteBuffer;
import java.util.function.Supplier;

/**
 * A struct or union: its size, the record that keeps its value, and the view that reads it in place. Generated classes have
 * theirs in {@code TYPE}. Immutable and thread-safe.
 *
 * @param <T> the record
 * @param <V> the view
 */
public final class StructType<T, V extends StructView> implements Codec<T> {

    private final String name;
    private final int size;
    private final Reader<T> reader;
    private final Writer<T> writer;
    private final Supplier<V> views;

    /**
     * Reads a record.
     *
     * @param <T> the record
     */
    @FunctionalInterface
    public interface Reader<T> {
        /** Reads from {@code memory}, in the order of the machine, at {@code at}; {@code length} bytes belong to it. */
        T read(ByteBuffer memory, int at, int length);
    }

    /**
     * Writes a record.
     *
     * @param <T> the record
     */
    @FunctionalInterface
    public interface Writer<T> {
        /** Writes the members into {@code memory}, in the order of the machine, at {@code at}. */
        void write(T value, ByteBuffer memory, int at);
    }

    private StructType(String name, int size, Reader<T> reader, Writer<T> writer, Supplier<V> views) {
        this.name = name;
        this.size = size;
        this.reader = reader;
        this.writer = writer;
        this.views = views;
    }

    /** Used by generated classes. */
    public static <T, V extends StructView> StructType<T, V> of(
            String name, int size, Reader<T> reader, Writer<T> writer, Supplier<V> views) {
        return new StructType<>(name, size, reader, writer, views);
    }

    /** Its name in the source, as in {@code struct flow_key}. */
    public String name() {
        return name;
    }

    /** In bytes, without elements of a flexible array. */
    @Override
    public int size() {
        return size;
    }

    /** A view that is at no struct yet. */
    public V newView() {
        return views.get();
    }

    /** A view of a struct in memory. */
    public V view(ByteBuffer memory, int at) {
        V view = newView();
        view.moveTo(memory, at);
        return view;
    }

    /** Reads a record at a position; the position of the buffer is neither used nor changed. */
    public T read(ByteBuffer memory, int at) {
        return read(memory, at, size);
    }

    /**
     * Reads a record that may have elements of a flexible array behind it.
     *
     * @param length the bytes that belong to it
     * @throws IndexOutOfBoundsException if there are less than {@link #size()}
     */
    public T read(ByteBuffer memory, int at, int length) {
        if (length < size) {
            throw new IndexOutOfBoundsException(name + " takes " + size + " bytes, and there are " + length);
        }
        return reader.read(Memory.inOrder(memory), at, length);
    }

    @Override
    public T read(ByteBuffer from) {
        int at = from.position();
        T value = reader.read(Memory.inOrder(from), at, size);
        from.position(at + size);
        return value;
    }

    /**
     * Writes a record at a position, with zeros between the members.
     *
     * @throws IllegalArgumentException if a number is too large for its member
     */
    public void write(T value, ByteBuffer memory, int at) {
        for (int i = 0; i < size; i++) {
            memory.put(at + i, (byte) 0);
        }
        writer.write(value, Memory.inOrder(memory), at);
    }

    @Override
    public void write(T value, ByteBuffer to) {
        int at = to.position();
        writer.write(value, Memory.inOrder(to), at);
        to.position(at + size);
    }

    /** The bytes of a record. */
    public byte[] toBytes(T value) {
        byte[] bytes = new byte[size];
        writer.write(value, Memory.of(bytes), 0);
        return bytes;
    }

    @Override
    public String toString() {
        return name;
    }
}
