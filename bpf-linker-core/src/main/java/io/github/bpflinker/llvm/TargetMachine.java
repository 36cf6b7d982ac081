package io.github.bpflinker.llvm;

import io.github.bpflinker.llvm.raw.TargetApi;
import java.nio.ByteBuffer;

/** Owns an LLVM code generator for a BPF target, CPU and set of features. */
public final class TargetMachine implements AutoCloseable {

    private static final int AGGRESSIVE = 3;

    /**
     * {@code LLVMRelocStatic}. The default of the C API is position-independent code, for which LLVM emits tables of
     * addresses as 32-bit differences that no loader applies. clang's driver never uses it.
     */
    private static final int STATIC_RELOCATION = 1;

    private static final int DEFAULT_CODE_MODEL = 0;

    /** The kinds of output. */
    public enum FileType {
        ASSEMBLY,
        OBJECT
    }

    final long handle;

    /**
     * Creates a code generator.
     *
     * @param triple such as {@code bpfel}
     * @param cpu a CPU of this LLVM, which prints a line for unknown ones and continues
     * @param features such as {@code +alu32}; unknown features are handled likewise
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

    /** The data layout of modules for this target. */
    public String dataLayout() {
        long layout = TargetApi.LLVMCreateTargetDataLayout(handle);
        try {
            return NativeStrings.owned(TargetApi.LLVMCopyStringRepOfTargetData(layout));
        } finally {
            TargetApi.LLVMDisposeTargetData(layout);
        }
    }

    /**
     * Generates code, which modifies the module. Errors in the code are reported only as diagnostics of the module's
     * context; if there are any, the result must be discarded.
     *
     * @throws LlvmError if LLVM can't emit this kind of file
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
