package io.github.bpflinker.llvm.raw;

import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import com.sun.jna.StringArray;

/** Functions of {@code llvm-c/Transforms/PassBuilder.h}, {@code llvm-c/Error.h} and {@code llvm-c/Support.h}. */
public final class PassApi {

    private PassApi() {}

    static void register(NativeLibrary library) {
        Native.register(PassApi.class, library);
    }

    public static native long LLVMCreatePassBuilderOptions();

    public static native void LLVMDisposePassBuilderOptions(long options);

    public static native long LLVMRunPasses(long module, String passes, long machine, long options);

    public static native Pointer LLVMGetErrorMessage(long error);

    public static native void LLVMDisposeErrorMessage(Pointer message);

    public static native void LLVMParseCommandLineOptions(int count, StringArray arguments, String overview);
}
