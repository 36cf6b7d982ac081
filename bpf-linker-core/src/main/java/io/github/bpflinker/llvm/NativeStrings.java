package io.github.bpflinker.llvm;

import com.sun.jna.Pointer;
import io.github.bpflinker.llvm.raw.ContextApi;
import io.github.bpflinker.llvm.raw.ModuleApi;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Moves text and bytes from LLVM's memory to Java's. */
final class NativeStrings {

    private NativeStrings() {}

    /** A string that LLVM keeps. */
    static String borrowed(@Nullable Pointer text) {
        return text == null ? "" : text.getString(0, "UTF-8");
    }

    /** A string of known length that LLVM keeps. */
    static String borrowed(@Nullable Pointer text, long length) {
        return text == null || length == 0
                ? ""
                : new String(text.getByteArray(0, Math.toIntExact(length)), StandardCharsets.UTF_8);
    }

    /** A string that LLVM made for the caller: it is freed. */
    static String owned(@Nullable Pointer text) {
        if (text == null) {
            return "";
        }
        String copy = text.getString(0, "UTF-8");
        ContextApi.LLVMDisposeMessage(text);
        return copy;
    }

    /** A message that LLVM left in an out parameter: it is freed. */
    static String owned(long[] outParameter) {
        return owned(outParameter[0] == 0 ? null : new Pointer(outParameter[0]));
    }

    static int utf8Length(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** The content of a memory buffer, copied into Java's heap; the buffer is freed. */
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
