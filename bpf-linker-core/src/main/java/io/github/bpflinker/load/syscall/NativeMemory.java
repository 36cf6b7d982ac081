package io.github.bpflinker.load.syscall;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Memory that the kernel reads and writes: zeroed, 8-byte aligned, in the machine's byte order, and free when nobody can
 * reach it. Not thread-safe.
 */
public final class NativeMemory {

    private static final int ALIGNMENT = 8;

    private final ByteBuffer bytes;
    private final long address;

    private NativeMemory(ByteBuffer bytes) {
        this.bytes = bytes;
        this.address = Pointer.nativeValue(Native.getDirectBufferPointer(bytes));
    }

    /**
     * New memory.
     *
     * @param size in bytes; 0 is taken as 1, so that there always is an address
     */
    public static NativeMemory allocate(int size) {
        ByteBuffer direct = ByteBuffer.allocateDirect(Math.max(size, 1) + ALIGNMENT);
        return new NativeMemory(direct.alignedSlice(ALIGNMENT).order(ByteOrder.nativeOrder()));
    }

    /** New memory with that content. */
    public static NativeMemory of(byte[] content) {
        NativeMemory memory = allocate(content.length);
        memory.bytes.put(0, content);
        return memory;
    }

    /** New memory with what is between position and limit; neither is moved. */
    public static NativeMemory of(ByteBuffer content) {
        NativeMemory memory = allocate(content.remaining());
        memory.bytes.duplicate().put(content.duplicate());
        return memory;
    }

    /** The memory itself; absolute access only. */
    public ByteBuffer bytes() {
        return bytes;
    }

    /** The text from its start up to the first zero, of at most {@code most} bytes. */
    public String text(int most) {
        return text(0, most);
    }

    /** The text from {@code at} up to the first zero, of at most {@code most} bytes. */
    public String text(int at, int most) {
        return CStrings.get(bytes, at, most);
    }

    /** Where it is; valid as long as this object is reachable. */
    public long address() {
        return address;
    }

    /** In bytes, at least what was asked for. */
    public int size() {
        return bytes.capacity();
    }

    /** Zeroes the first bytes. */
    void clear(int size) {
        for (int at = 0; at < size; at += Long.BYTES) {
            bytes.putLong(at, 0);
        }
    }
}
