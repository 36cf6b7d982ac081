package io.github.bpflinker.llvm.raw;

import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;

/** Functions of {@code llvm-c/DebugInfo.h}. */
public final class DebugInfoApi {

    private DebugInfoApi() {}

    static void register(NativeLibrary library) {
        Native.register(DebugInfoApi.class, library);
    }

    public static native int LLVMStripModuleDebugInfo(long module);

    public static native long LLVMGetSubprogram(long function);
}
