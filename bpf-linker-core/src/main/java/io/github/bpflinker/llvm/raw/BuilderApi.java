package io.github.bpflinker.llvm.raw;

import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;

/** Creation and replacement of instructions, from {@code llvm-c/Core.h}. */
public final class BuilderApi {

    private BuilderApi() {}

    static void register(NativeLibrary library) {
        Native.register(BuilderApi.class, library);
    }

    public static native long LLVMCreateBuilderInContext(long context);

    public static native void LLVMDisposeBuilder(long builder);

    public static native void LLVMPositionBuilderBefore(long builder, long instruction);

    public static native long LLVMBuildRet(long builder, long value);

    public static native long LLVMBuildRetVoid(long builder);

    public static native long LLVMBuildCall2(
            long builder, long functionType, long function, long[] arguments, int count, String name);

    public static native long LLVMGetInlineAsm(
            long type,
            String text,
            long textLength,
            String constraints,
            long constraintsLength,
            int sideEffects,
            int alignStack,
            int dialect,
            int canThrow);

    public static native long LLVMBuildIntCast2(long builder, long value, long type, int signed, String name);

    public static native long LLVMBuildLoad2(long builder, long type, long pointer, String name);

    public static native long LLVMBuildStore(long builder, long value, long pointer);

    public static native long LLVMBuildInBoundsGEP2(
            long builder, long type, long pointer, long[] indices, int count, String name);

    public static native long LLVMInstructionGetDebugLoc(long instruction);

    public static native void LLVMInstructionSetDebugLoc(long instruction, long location);

    public static native void LLVMInstructionEraseFromParent(long instruction);

    public static native void LLVMReplaceAllUsesWith(long value, long replacement);

    public static native long LLVMAddFunction(long module, String name, long type);

    public static native long LLVMFunctionType(long result, long[] parameters, int count, int variable);

    public static native long LLVMVoidTypeInContext(long context);

    public static native long LLVMIntTypeInContext(long context, int bits);

    public static native long LLVMConstNull(long type);

    public static native long LLVMConstInt(long type, long value, int signExtend);

    public static native long LLVMGetUndef(long type);

    public static native long LLVMGetBasicBlockTerminator(long block);

    public static native int LLVMGetNumSuccessors(long terminator);

    public static native long LLVMGetSuccessor(long terminator, int index);

    public static native void LLVMSetMetadata(long instruction, int kind, long node);
}
