package io.github.bpflinker.llvm;

import io.github.bpflinker.llvm.raw.ContextApi;
import io.github.bpflinker.llvm.raw.ValueApi;
import java.util.ArrayList;
import java.util.List;

/** A function of a module. Borrows from its module. */
public final class Function extends GlobalValue {

    /** {@code LLVMAttributeFunctionIndex}. */
    private static final int FUNCTION_INDEX = -1;

    Function(long handle) {
        super(handle, Kind.FUNCTION);
    }

    /** Whether it is one of LLVM's intrinsics. */
    public boolean isIntrinsic() {
        return ValueApi.LLVMGetIntrinsicID(handle) != 0;
    }

    /** The function type. */
    public Type type() {
        return new Type(ValueApi.LLVMGlobalGetValueType(handle));
    }

    /** Whether it has an attribute that LLVM knows by name, such as {@code noinline}. */
    public boolean hasAttribute(String name) {
        int kind = kindOf(name);
        return kind != 0 && ValueApi.LLVMGetEnumAttributeAtIndex(handle, FUNCTION_INDEX, kind) != 0;
    }

    /** Removes an attribute that LLVM knows by name. */
    public void removeAttribute(String name) {
        int kind = kindOf(name);
        if (kind != 0) {
            ValueApi.LLVMRemoveEnumAttributeAtIndex(handle, FUNCTION_INDEX, kind);
        }
    }

    /** Removes an attribute that is a string, such as {@code "no-builtins"}. */
    public void removeStringAttribute(String name) {
        ValueApi.LLVMRemoveStringAttributeAtIndex(handle, FUNCTION_INDEX, name, name.length());
    }

    /** Its instructions, in the order of its blocks; a snapshot. */
    public List<Instruction> instructions() {
        List<Instruction> found = new ArrayList<>();
        for (long block = ValueApi.LLVMGetFirstBasicBlock(handle);
                block != 0;
                block = ValueApi.LLVMGetNextBasicBlock(block)) {
            for (long instruction = ValueApi.LLVMGetFirstInstruction(block);
                    instruction != 0;
                    instruction = ValueApi.LLVMGetNextInstruction(instruction)) {
                found.add(new Instruction(instruction));
            }
        }
        return found;
    }

    private static int kindOf(String name) {
        return ContextApi.LLVMGetEnumAttributeKindForName(name, name.length());
    }
}
