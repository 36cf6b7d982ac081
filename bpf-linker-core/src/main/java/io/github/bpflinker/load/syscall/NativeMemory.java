package io.github.bpflinker.load.syscall;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Native memory for system calls: zeroed, aligned to 8 bytes, in native byte order, and freed when it becomes
 * unreachable. Not thread-safe.
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
     * Allocates memory.
     *
     * @param size the size in bytes; 0 is treated as 1, so that there is an address
     */
    public static NativeMemory allocate(int size) {
        ByteBuffer direct = ByteBuffer.allocateDirect(Math.max(size, 1) + ALIGNMENT);
        return new NativeMemory(direct.alignedSlice(ALIGNMENT).order(ByteOrder.nativeOrder()));
    }

    /** Allocates memory with the given content. */
    public static NativeMemory of(byte[] content) {
        NativeMemory memory = allocate(content.length);
        memory.bytes.put(0, content);
        return memory;
    }

    /** Allocates memory with a copy of the bytes from position to limit, which do not change. */
    public static NativeMemory of(ByteBuffer content) {
        NativeMemory memory = allocate(content.remaining());
        memory.bytes.duplicate().put(content.duplicate());
        return memory;
    }

    /** The memory, for absolute access only. */
    public ByteBuffer bytes() {
        return bytes;
    }

    /** The text at the start up to the first zero, at most {@code most} bytes. */
    public String text(int most) {
        return text(0, most);
    }

    /** The text at {@code at} up to the first zero, at most {@code most} bytes. */
    public String text(int at, int most) {
        return CStrings.get(bytes, at, most);
    }

    /** The address, valid as long as this object is reachable. */
    public long address() {
        return address;
    }

    /** The size in bytes, at least the requested size. */
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
