package io.github.bpflinker.llvm.raw;

import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import org.jspecify.annotations.Nullable;

/** Contexts, diagnostics and attribute kinds, from {@code llvm-c/Core.h}. */
public final class ContextApi {

    private ContextApi() {}

    static void register(NativeLibrary library) {
        Native.register(ContextApi.class, library);
    }

    public static native long LLVMContextCreate();

    public static native void LLVMContextDispose(long context);

    public static native void LLVMContextSetDiagnosticHandler(
            long context, DiagnosticHandler handler, @Nullable Pointer data);

    public static native Pointer LLVMGetDiagInfoDescription(long diagnostic);

    public static native int LLVMGetDiagInfoSeverity(long diagnostic);

    public static native void LLVMDisposeMessage(Pointer message);

    public static native void LLVMGetVersion(int[] major, int[] minor, int[] patch);

    public static native int LLVMGetMDKindID(String name, int length);

    public static native int LLVMGetEnumAttributeKindForName(String name, long length);

    public static native long LLVMCreateEnumAttribute(long context, int kind, long value);

    public static native long LLVMCreateStringAttribute(
            long context, String kind, int kindLength, String value, int valueLength);
}
