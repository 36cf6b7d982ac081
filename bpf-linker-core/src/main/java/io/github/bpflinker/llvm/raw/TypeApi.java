package io.github.bpflinker.llvm.raw;

import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;

/** Types, from {@code llvm-c/Core.h}. */
public final class TypeApi {

    private TypeApi() {}

    static void register(NativeLibrary library) {
        Native.register(TypeApi.class, library);
    }

    public static native int LLVMGetTypeKind(long type);

    /** The result must be freed with {@code LLVMDisposeMessage}. */
    public static native Pointer LLVMPrintTypeToString(long type);

    public static native int LLVMGetIntTypeWidth(long integerType);

    public static native long LLVMGetReturnType(long functionType);

    public static native int LLVMIsFunctionVarArg(long functionType);

    public static native int LLVMCountParamTypes(long functionType);

    public static native void LLVMGetParamTypes(long functionType, long[] types);

    public static native int LLVMCountStructElementTypes(long structType);

    public static native long LLVMStructGetTypeAtIndex(long structType, int index);

    public static native int LLVMGetArrayLength(long arrayType);

    public static native long LLVMGetElementType(long type);
}
