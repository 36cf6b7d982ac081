package io.github.bpflinker.load.syscall;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Converts NUL-terminated strings. */
public final class CStrings {

    private CStrings() {}

    /** Allocates a NUL-terminated UTF-8 string. */
    public static NativeMemory of(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        NativeMemory memory = NativeMemory.allocate(bytes.length + 1);
        memory.bytes().duplicate().put(bytes);
        return memory;
    }

    /** Writes at most {@code size - 1} bytes of a string to zeroed memory. */
    static void put(ByteBuffer target, int at, int size, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        target.duplicate().position(at).put(bytes, 0, Math.min(bytes.length, size - 1));
    }

    /** Reads the text up to the first zero, at most {@code size} bytes. */
    static String get(ByteBuffer source, int at, int size) {
        byte[] bytes = new byte[Math.min(size, source.capacity() - at)];
        source.duplicate().position(at).get(bytes);
        int end = 0;
        while (end < bytes.length && bytes[end] != 0) {
            end++;
        }
        return new String(bytes, 0, end, StandardCharsets.UTF_8);
    }
}
