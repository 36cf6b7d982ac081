package io.github.bpflinker.events;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * A record of a buffer, in place: nothing is copied until it is asked for. The same object stands for one record after the
 * other. It is valid in the call of {@link EventHandler#accept} that it is handed to and only on its thread; otherwise its
 * methods throw {@link IllegalStateException}. Numbers are in the machine's byte order.
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

    /** Whether somebody has a view of the memory. */
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

    /** In bytes. */
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
     * A read-only view of the memory itself, for code that takes buffers. When the handler has returned, the kernel writes
     * other records there: the view is then of no use, but does no harm. Memory of which there are views is given back when
     * the garbage collector has found all of them.
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
