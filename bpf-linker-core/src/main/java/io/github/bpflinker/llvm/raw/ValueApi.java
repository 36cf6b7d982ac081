package io.github.bpflinker.llvm.raw;

import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import org.jspecify.annotations.Nullable;

/** Globals, functions, instructions and their uses, from {@code llvm-c/Core.h}. */
public final class ValueApi {

    private ValueApi() {}

    static void register(NativeLibrary library) {
        Native.register(ValueApi.class, library);
    }

    public static native Pointer LLVMGetValueName2(long value, long[] length);

    public static native void LLVMSetValueName2(long value, String name, long length);

    public static native long LLVMTypeOf(long value);

    public static native long LLVMGetTypeContext(long type);

    public static native int LLVMIsDeclaration(long global);

    public static native int LLVMGetLinkage(long global);

    public static native void LLVMSetLinkage(long global, int linkage);

    public static native int LLVMGetVisibility(long global);

    public static native void LLVMSetVisibility(long global, int visibility);

    public static native @Nullable Pointer LLVMGetSection(long global);

    public static native void LLVMSetSection(long global, String section);

    public static native long LLVMGetInitializer(long variable);

    public static native void LLVMSetInitializer(long variable, long constant);

    public static native long LLVMGlobalGetValueType(long global);

    public static native long LLVMGetComdat(long global);

    public static native void LLVMSetComdat(long global, long comdat);

    public static native void LLVMDeleteGlobal(long global);

    public static native void LLVMDeleteFunction(long function);

    public static native int LLVMHasPersonalityFn(long function);

    public static native void LLVMSetPersonalityFn(long function, long personality);

    public static native int LLVMGetIntrinsicID(long function);

    public static native long LLVMGetEnumAttributeAtIndex(long function, int index, int kind);

    public static native void LLVMAddAttributeAtIndex(long function, int index, long attribute);

    public static native void LLVMRemoveEnumAttributeAtIndex(long function, int index, int kind);

    public static native long LLVMGetStringAttributeAtIndex(long function, int index, String kind, int length);

    public static native Pointer LLVMGetStringAttributeValue(long attribute, int[] length);

    public static native void LLVMRemoveStringAttributeAtIndex(long function, int index, String kind, int length);

    public static native long LLVMGetCallSiteEnumAttribute(long call, int index, int kind);

    public static native long LLVMGetEnumAttributeValue(long attribute);

    public static native void LLVMSetInstrParamAlignment(long call, int index, int alignment);

    public static native void LLVMRemoveCallSiteEnumAttribute(long call, int index, int kind);

    public static native int LLVMCountParams(long function);

    public static native long LLVMGetParam(long function, int index);

    public static native long LLVMGetFirstBasicBlock(long function);

    public static native long LLVMGetNextBasicBlock(long block);

    public static native long LLVMGetBasicBlockParent(long block);

    public static native long LLVMGetFirstInstruction(long block);

    public static native long LLVMGetNextInstruction(long instruction);

    public static native long LLVMGetInstructionParent(long instruction);

    public static native int LLVMGetInstructionOpcode(long instruction);

    public static native long LLVMGetCalledValue(long call);

    public static native long LLVMGetCalledFunctionType(long call);

    public static native int LLVMGetNumOperands(long user);

    public static native long LLVMGetOperand(long user, int index);

    public static native void LLVMSetOperand(long user, int index, long value);

    public static native long LLVMGetFirstUse(long value);

    public static native long LLVMGetNextUse(long use);

    public static native long LLVMGetUser(long use);

    public static native int LLVMIsConstant(long value);

    public static native int LLVMIsNull(long constant);

    public static native Pointer LLVMPrintValueToString(long value);

    public static native long LLVMIsAInlineAsm(long value);

    public static native int LLVMGetOrdering(long access);

    public static native void LLVMSetOrdering(long access, int ordering);

    public static native void LLVMSetVolatile(long access, int isVolatile);

    public static native void LLVMSetAlignment(long access, int bytes);

    public static native int LLVMGetAlignment(long access);

    public static native int LLVMGetAtomicRMWBinOp(long instruction);

    public static native int LLVMIsThreadLocal(long variable);

    public static native int LLVMIsAtomicSingleThread(long instruction);

    public static native long LLVMIsAConstantInt(long value);

    public static native long LLVMConstIntGetZExtValue(long constant);

    public static native long LLVMIsAConstantArray(long value);

    public static native long LLVMIsAConstantStruct(long value);

    public static native long LLVMIsABlockAddress(long value);

    public static native int LLVMIsGlobalConstant(long variable);

    public static native void LLVMGlobalClearMetadata(long global);

    public static native long LLVMIsAInstruction(long value);

    public static native long LLVMIsAGlobalValue(long value);

    public static native long LLVMIsAFunction(long value);

    public static native long LLVMIsACallInst(long value);

    public static native long LLVMGetMetadata(long instruction, int kind);

    public static native int LLVMGetDebugLocLine(long value);

    public static native int LLVMGetDebugLocColumn(long instruction);

    public static native @Nullable Pointer LLVMGetDebugLocFilename(long value, int[] length);
}
