package io.github.bpflinker.llvm.raw;

import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import org.jspecify.annotations.Nullable;

/** Modules and memory buffers, from {@code llvm-c/Core.h}. */
public final class ModuleApi {

    private ModuleApi() {}

    static void register(NativeLibrary library) {
        Native.register(ModuleApi.class, library);
    }

    public static native long LLVMModuleCreateWithNameInContext(String name, long context);

    public static native void LLVMDisposeModule(long module);

    public static native long LLVMCloneModule(long module);

    public static native Pointer LLVMGetDataLayoutStr(long module);

    public static native void LLVMSetDataLayout(long module, String layout);

    public static native Pointer LLVMGetTarget(long module);

    public static native void LLVMSetTarget(long module, String triple);

    public static native void LLVMSetModuleIdentifier(long module, String name, long length);

    public static native void LLVMSetSourceFileName(long module, String name, long length);

    public static native Pointer LLVMGetModuleInlineAsm(long module, long[] length);

    public static native void LLVMSetModuleInlineAsm2(long module, String text, long length);

    public static native Pointer LLVMPrintModuleToString(long module);

    public static native long LLVMGetFirstGlobal(long module);

    public static native long LLVMGetNextGlobal(long global);

    public static native long LLVMGetLastGlobal(long module);

    public static native long LLVMGetPreviousGlobal(long global);

    public static native long LLVMGetFirstFunction(long module);

    public static native long LLVMGetNextFunction(long function);

    public static native long LLVMGetLastFunction(long module);

    public static native long LLVMGetPreviousFunction(long function);

    public static native long LLVMGetFirstGlobalAlias(long module);

    public static native long LLVMGetNextGlobalAlias(long alias);

    public static native long LLVMGetLastGlobalAlias(long module);

    public static native long LLVMGetPreviousGlobalAlias(long alias);

    public static native long LLVMGetFirstGlobalIFunc(long module);

    public static native long LLVMGetNextGlobalIFunc(long ifunc);

    public static native long LLVMGetLastGlobalIFunc(long module);

    public static native long LLVMGetPreviousGlobalIFunc(long ifunc);

    public static native long LLVMGetNamedFunction(long module, String name);

    public static native long LLVMGetNamedGlobal(long module, String name);

    public static native long LLVMGetNamedGlobalAlias(long module, String name, long length);

    public static native int LLVMGetNamedMetadataNumOperands(long module, String name);

    public static native void LLVMGetNamedMetadataOperands(long module, String name, long[] nodes);

    public static native int LLVMGetMDNodeNumOperands(long node);

    public static native void LLVMGetMDNodeOperands(long node, long[] operands);

    public static native @Nullable Pointer LLVMGetMDString(long value, int[] length);

    public static native long LLVMCreateMemoryBufferWithMemoryRange(
            Pointer data, long length, String name, int requiresNulTerminator);

    public static native long LLVMCreateMemoryBufferWithMemoryRangeCopy(Pointer data, long length, String name);

    public static native Pointer LLVMGetBufferStart(long buffer);

    public static native long LLVMGetBufferSize(long buffer);

    public static native void LLVMDisposeMemoryBuffer(long buffer);
}
