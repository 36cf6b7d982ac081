package io.github.bpflinker.llvm.raw;

import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;

/** Functions of {@code llvm-c/BitReader.h}, {@code BitWriter.h}, {@code IRReader.h}, {@code Linker.h} and {@code Analysis.h}. */
public final class ReadWriteApi {

    private ReadWriteApi() {}

    static void register(NativeLibrary library) {
        Native.register(ReadWriteApi.class, library);
    }

    public static native int LLVMGetBitcodeModuleInContext2(long context, long buffer, long[] module);

    public static native int LLVMParseBitcodeInContext2(long context, long buffer, long[] module);

    public static native long LLVMWriteBitcodeToMemoryBuffer(long module);

    public static native int LLVMParseIRInContext(long context, long buffer, long[] module, long[] message);

    public static native int LLVMLinkModules2(long destination, long source);

    public static native int LLVMVerifyModule(long module, int action, long[] message);
}
