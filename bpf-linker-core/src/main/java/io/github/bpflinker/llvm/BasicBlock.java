package io.github.bpflinker.llvm;

import io.github.bpflinker.llvm.raw.BuilderApi;
import io.github.bpflinker.llvm.raw.ValueApi;
import java.util.ArrayList;
import java.util.List;

/** A basic block of a function. Borrows from its module; equal if it is the same one. */
public final class BasicBlock {

    private final long handle;

    BasicBlock(long handle) {
        this.handle = handle;
    }

    /** Its instructions; a snapshot. */
    public List<IrInstruction> instructions() {
        List<IrInstruction> found = new ArrayList<>();
        for (long instruction = ValueApi.LLVMGetFirstInstruction(handle);
                instruction != 0;
                instruction = ValueApi.LLVMGetNextInstruction(instruction)) {
            found.add(new IrInstruction(instruction));
        }
        return found;
    }

    /** The instruction that ends it. */
    public IrInstruction terminator() {
        return new IrInstruction(BuilderApi.LLVMGetBasicBlockTerminator(handle));
    }

    /** Where it can go on, in the order of its terminator. */
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
