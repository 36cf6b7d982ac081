package io.github.bpflinker.llvm.raw;

import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;

/** Functions of {@code llvm-c/Target.h} and {@code llvm-c/TargetMachine.h}. */
public final class TargetApi {

    private TargetApi() {}

    static void register(NativeLibrary library) {
        Native.register(TargetApi.class, library);
    }

    public static native void LLVMInitializeBPFTargetInfo();

    public static native void LLVMInitializeBPFTarget();

    public static native void LLVMInitializeBPFTargetMC();

    public static native void LLVMInitializeBPFAsmPrinter();

    public static native void LLVMInitializeBPFAsmParser();

    public static native int LLVMGetTargetFromTriple(String triple, long[] target, long[] message);

    public static native long LLVMCreateTargetMachine(
            long target, String triple, String cpu, String features, int level, int relocation, int codeModel);

    public static native void LLVMDisposeTargetMachine(long machine);

    public static native long LLVMCreateTargetDataLayout(long machine);

    public static native Pointer LLVMCopyStringRepOfTargetData(long layout);

    public static native void LLVMDisposeTargetData(long layout);

    public static native int LLVMTargetMachineEmitToMemoryBuffer(
            long machine, long module, int fileType, long[] message, long[] buffer);
}
