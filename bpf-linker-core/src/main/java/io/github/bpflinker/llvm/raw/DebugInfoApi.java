package io.github.bpflinker.llvm.raw;

import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import org.jspecify.annotations.Nullable;

/** Functions of {@code llvm-c/DebugInfo.h}, and the metadata functions of {@code llvm-c/Core.h}. */
public final class DebugInfoApi {

    private DebugInfoApi() {}

    static void register(NativeLibrary library) {
        Native.register(DebugInfoApi.class, library);
    }

    public static native int LLVMStripModuleDebugInfo(long module);

    public static native long LLVMGetSubprogram(long function);

    public static native long LLVMCreateDIBuilder(long module);

    public static native void LLVMDisposeDIBuilder(long builder);

    public static native long LLVMDIBuilderCreateBasicType(
            long builder, String name, long length, long bits, int encoding, int flags);

    public static native long LLVMDIBuilderCreateSubroutineType(
            long builder, long file, long[] types, int count, int flags);

    public static native long LLVMDITypeGetSizeInBits(long type);

    public static native int LLVMGetMetadataKind(long metadata);

    public static native short LLVMGetDINodeTag(long metadata);

    public static native long LLVMMetadataAsValue(long context, long metadata);

    public static native long LLVMValueAsMetadata(long value);

    public static native long LLVMIsAMDNode(long value);

    public static native int LLVMGetMDNodeNumOperands(long value);

    public static native void LLVMGetMDNodeOperands(long value, long[] operands);

    public static native @Nullable Pointer LLVMGetMDString(long value, int[] length);

    public static native long LLVMMDStringInContext2(long context, String text, long length);

    public static native void LLVMReplaceMDNodeOperandWith(long value, int index, long metadata);

    public static native long LLVMMDNodeInContext2(long context, long[] metadata, long count);

    public static native @Nullable Pointer LLVMGlobalCopyAllMetadata(long global, long[] count);

    public static native long LLVMValueMetadataEntriesGetMetadata(Pointer entries, int index);

    public static native int LLVMValueMetadataEntriesGetKind(Pointer entries, int index);

    public static native void LLVMGlobalSetMetadata(long global, int kind, long metadata);

    public static native void LLVMDisposeValueMetadataEntries(Pointer entries);
}
