package io.github.bpflinker.llvm;

import io.github.bpflinker.llvm.raw.TargetApi;
import java.nio.ByteBuffer;

/** Owns LLVM's code generator for one BPF target, CPU and set of features. */
public final class TargetMachine implements AutoCloseable {

    private static final int AGGRESSIVE = 3;

    /**
     * {@code LLVMRelocStatic}. The default of the C API is position-independent code, for which LLVM writes constant tables
     * of addresses as 32-bit differences that no loader applies; clang's driver never asks for it.
     */
    private static final int STATIC_RELOCATION = 1;

    private static final int DEFAULT_CODE_MODEL = 0;

    /** What the code generator writes. */
    public enum FileType {
        ASSEMBLY,
        OBJECT
    }

    final long handle;

    /**
     * Makes a code generator.
     *
     * @param triple such as {@code bpfel}
     * @param cpu a CPU that this LLVM knows: it prints a line about others and goes on
     * @param features such as {@code +alu32}; the same holds
     * @throws LlvmError if this LLVM has no such target
     */
    public TargetMachine(String triple, String cpu, String features) throws LlvmError {
        long[] target = new long[1];
        long[] message = new long[1];
        if (TargetApi.LLVMGetTargetFromTriple(triple, target, message) != 0) {
            throw new LlvmError(NativeStrings.owned(message));
        }
        handle = TargetApi.LLVMCreateTargetMachine(
                target[0], triple, cpu, features, AGGRESSIVE, STATIC_RELOCATION, DEFAULT_CODE_MODEL);
    }

    /** The data layout that modules for this target have. */
    public String dataLayout() {
        long layout = TargetApi.LLVMCreateTargetDataLayout(handle);
        try {
            return NativeStrings.owned(TargetApi.LLVMCopyStringRepOfTargetData(layout));
        } finally {
            TargetApi.LLVMDisposeTargetData(layout);
        }
    }

    /**
     * Generates code; changes the module on the way. Errors in the code are reported to the module's context only: the
     * bytes count for nothing if there is one.
     *
     * @throws LlvmError if LLVM can't write this kind of file
     */
    public ByteBuffer emit(Module module, FileType type) throws LlvmError {
        long[] message = new long[1];
        long[] buffer = new long[1];
        int fileType = type == FileType.ASSEMBLY ? 0 : 1;
        if (TargetApi.LLVMTargetMachineEmitToMemoryBuffer(handle, module.handle(), fileType, message, buffer) != 0) {
            throw new LlvmError(NativeStrings.owned(message));
        }
        return NativeStrings.content(buffer[0]);
    }

    @Override
    public void close() {
        TargetApi.LLVMDisposeTargetMachine(handle);
    }
}
