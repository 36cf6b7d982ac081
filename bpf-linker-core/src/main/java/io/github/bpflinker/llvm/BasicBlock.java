package io.github.bpflinker.llvm;

import io.github.bpflinker.llvm.raw.BuilderApi;
import io.github.bpflinker.llvm.raw.ValueApi;
import java.util.ArrayList;
import java.util.List;

/**
 * A basic block of a function. Valid until its module is closed. Two instances are equal if they denote the same block.
 */
public final class BasicBlock {

    private final long handle;

    BasicBlock(long handle) {
        this.handle = handle;
    }

    /** A snapshot of its instructions. */
    public List<IrInstruction> instructions() {
        List<IrInstruction> found = new ArrayList<>();
        for (long instruction = ValueApi.LLVMGetFirstInstruction(handle);
                instruction != 0;
                instruction = ValueApi.LLVMGetNextInstruction(instruction)) {
            found.add(new IrInstruction(instruction));
        }
        return found;
    }

    /** Its terminator instruction. */
    public IrInstruction terminator() {
        return new IrInstruction(BuilderApi.LLVMGetBasicBlockTerminator(handle));
    }

    /** Its successors, in the order of its terminator's operands. */
    public List<BasicBlock> successors() {
        long terminator = BuilderApi.LLVMGetBasicBlockTerminator(handle);
        List<BasicBlock> found = new ArrayList<>();
        for (int i = 0; i < BuilderApi.LLVMGetNumSuccessors(terminator); i++) {
            found.add(new BasicBlock(BuilderApi.LLVMGetSuccessor(terminator, i)));
        }
        return found;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BasicBlock block && block.handle == handle;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(handle);
    }
}
