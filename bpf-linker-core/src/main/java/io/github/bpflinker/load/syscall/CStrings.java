package io.github.bpflinker.load.syscall;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Text as C has it. */
final class CStrings {

    private CStrings() {}

    /** UTF-8 with a zero behind it. */
    static NativeMemory of(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        NativeMemory memory = NativeMemory.allocate(bytes.length + 1);
        memory.bytes().duplicate().put(bytes);
        return memory;
    }

    /** Writes at most {@code size - 1} bytes of it; what was there is zero already. */
    static void put(ByteBuffer target, int at, int size, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        target.duplicate().position(at).put(bytes, 0, Math.min(bytes.length, size - 1));
    }

    /** The text up to the first zero, of at most {@code size} bytes. */
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
