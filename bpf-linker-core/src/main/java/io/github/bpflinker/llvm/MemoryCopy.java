package io.github.bpflinker.llvm;

import io.github.bpflinker.llvm.raw.BuilderApi;
import io.github.bpflinker.llvm.raw.ValueApi;
import java.util.ArrayList;
import java.util.List;

/** A call of {@code llvm.memcpy} with a constant size. Valid until its module is closed. */
public final class MemoryCopy {

    /** The maximum number of bytes that a BPF instruction loads or stores. */
    public static final int WORD = 8;

    private static final int DESTINATION = 0;
    private static final int SOURCE = 1;
    private static final int SIZE = 2;
    private static final int VOLATILE = 3;

    private final IrInstruction call;

    private MemoryCopy(IrInstruction call) {
        this.call = call;
    }

    /** All such calls of a module. */
    public static List<MemoryCopy> of(Module module) {
        List<MemoryCopy> found = new ArrayList<>();
        for (Function function : module.functions()) {
            if (function.name().startsWith("llvm.memcpy.")) {
                for (IrInstruction call : function.usingInstructions()) {
                    if (ValueApi.LLVMIsAConstantInt(ValueApi.LLVMGetOperand(call.handle, SIZE)) != 0) {
                        found.add(new MemoryCopy(call));
                    }
                }
            }
        }
        return found;
    }

    /** The number of bytes it copies. */
    public long size() {
        return ValueApi.LLVMConstIntGetZExtValue(operand(SIZE));
    }

    /** The common alignment of source and destination in bytes. */
    public long alignment() {
        return Math.min(alignmentOf(DESTINATION), alignmentOf(SOURCE));
    }

    private long alignmentOf(int operand) {
        long attribute = ValueApi.LLVMGetCallSiteEnumAttribute(call.handle, operand + 1, Function.kindOf("align"));
        return attribute == 0 ? 1 : ValueApi.LLVMGetEnumAttributeValue(attribute);
    }

    /**
     * Copies the first bytes, as many as one instruction can access at the common alignment, with a separate load and
     * store.
     */
    public void copyStartApart(IrBuilder builder) {
        int start = (int) Math.min(WORD, Long.highestOneBit(size()));
        builder.copyBefore(call, operand(DESTINATION), operand(SOURCE), start, isVolatile());
        if (size() == start) {
            call.erase();
            return;
        }
        skip(start, DESTINATION, builder);
        skip(start, SOURCE, builder);
        long size = operand(SIZE);
        ValueApi.LLVMSetOperand(
                call.handle, SIZE, BuilderApi.LLVMConstInt(ValueApi.LLVMTypeOf(size), size() - start, 0));
        // The metadata describes the bytes relative to the start of the copy.
        call.removeMetadata("tbaa.struct");
    }

    private void skip(int bytes, int operand, IrBuilder builder) {
        ValueApi.LLVMSetOperand(call.handle, operand, builder.addressBehind(call, operand(operand), bytes));
        for (String ofWhole : List.of("align", "dereferenceable", "dereferenceable_or_null")) {
            ValueApi.LLVMRemoveCallSiteEnumAttribute(call.handle, operand + 1, Function.kindOf(ofWhole));
        }
        ValueApi.LLVMSetInstrParamAlignment(call.handle, operand + 1, bytes);
    }

    private boolean isVolatile() {
        return ValueApi.LLVMConstIntGetZExtValue(operand(VOLATILE)) != 0;
    }

    private long operand(int index) {
        return ValueApi.LLVMGetOperand(call.handle, index);
    }
}
