package io.github.bpflinker.llvm;

import com.sun.jna.Pointer;
import io.github.bpflinker.llvm.raw.ContextApi;
import io.github.bpflinker.llvm.raw.ModuleApi;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Copies text and bytes from LLVM's memory. */
final class NativeStrings {

    private NativeStrings() {}

    /** Copies a NUL-terminated string that LLVM owns. */
    static String borrowed(@Nullable Pointer text) {
        return text == null ? "" : text.getString(0, "UTF-8");
    }

    /** Copies a string of known length that LLVM owns. */
    static String borrowed(@Nullable Pointer text, long length) {
        return text == null || length == 0
                ? ""
                : new String(text.getByteArray(0, Math.toIntExact(length)), StandardCharsets.UTF_8);
    }

    /** Copies and frees a string that the caller owns. */
    static String owned(@Nullable Pointer text) {
        if (text == null) {
            return "";
        }
        String copy = text.getString(0, "UTF-8");
        ContextApi.LLVMDisposeMessage(text);
        return copy;
    }

    /** Copies and frees a message in an out parameter. */
    static String owned(long[] outParameter) {
        return owned(outParameter[0] == 0 ? null : new Pointer(outParameter[0]));
    }

    static int utf8Length(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** Copies the content of a memory buffer to the Java heap and frees the buffer. */
    static ByteBuffer content(long memoryBuffer) {
        try {
            long size = ModuleApi.LLVMGetBufferSize(memoryBuffer);
            byte[] bytes = ModuleApi.LLVMGetBufferStart(memoryBuffer).getByteArray(0, Math.toIntExact(size));
            return ByteBuffer.wrap(bytes).asReadOnlyBuffer();
        } finally {
            ModuleApi.LLVMDisposeMemoryBuffer(memoryBuffer);
        }
    }
}
