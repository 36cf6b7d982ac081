package io.github.bpflinker.events;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * A view of a record in a buffer, without copying. The same instance is reused for all records. It is valid only during
 * the call of {@link EventHandler#accept} and on its thread; otherwise its methods throw {@link IllegalStateException}.
 * Numbers are read in native byte order.
 */
public final class Event {

    private static final ByteBuffer NONE = ByteBuffer.allocate(0);

    private final Thread thread = Thread.currentThread();
    private ByteBuffer memory = NONE;
    private int start;
    private int size;
    private boolean lent;

    Event() {}

    void set(ByteBuffer content, int from, int length) {
        memory = content;
        start = from;
        size = length;
    }

    void clear() {
        memory = NONE;
        size = -1;
    }

    /** Whether it can be used again by the current thread. */
    boolean isOfThisThread() {
        return Thread.currentThread() == thread;
    }

    /** Whether views of the memory exist. */
    boolean isLent() {
        return lent;
    }

    private int at(int offset, int length) {
        check();
        if (offset < 0 || length > size - offset) {
            throw new IndexOutOfBoundsException(
                    length + " bytes at " + offset + " of an event that has " + size + " bytes");
        }
        return start + offset;
    }

    private void check() {
        if (size < 0 || Thread.currentThread() != thread) {
            throw new IllegalStateException(
                    "an event is valid only on the thread of its handler, and until that returns; copy what is needed"
                            + " longer");
        }
    }

    /** The size in bytes. */
    public int size() {
        check();
        return size;
    }

    /** The byte at an offset. */
    public byte getByte(int offset) {
        return memory.get(at(offset, Byte.BYTES));
    }

    /** Two bytes as a number. */
    public short getShort(int offset) {
        return memory.getShort(at(offset, Short.BYTES));
    }

    /** Four bytes as a number. */
    public int getInt(int offset) {
        return memory.getInt(at(offset, Integer.BYTES));
    }

    /** Eight bytes as a number. */
    public long getLong(int offset) {
        return memory.getLong(at(offset, Long.BYTES));
    }

    /** Copies some bytes. */
    public void get(int offset, byte[] target) {
        memory.get(at(offset, target.length), target);
    }

    /** A copy of all bytes. */
    public byte[] toArray() {
        byte[] copy = new byte[size()];
        memory.get(start, copy);
        return copy;
    }

    /**
     * Passes the memory of the record on, without a buffer of its own. What reads it after the handler returned finds other
     * content, as with {@link #buffer()}.
     */
    public void read(RecordReader reader) {
        check();
        lent = true;
        reader.read(memory, start, size);
    }

    /**
     * Returns a read-only view of the memory, for code that uses buffers. After the handler returns, the kernel can
     * overwrite the memory: the content of the view is undefined then, but access is safe. Memory with views is
     * unmapped when all of them have been garbage-collected.
     */
    public ByteBuffer buffer() {
        check();
        lent = true;
        return memory.slice(start, size).asReadOnlyBuffer().order(ByteOrder.nativeOrder());
    }

    @Override
    public String toString() {
        return size < 0 ? "an event that is over" : "an event of " + size + " bytes";
    }
}
