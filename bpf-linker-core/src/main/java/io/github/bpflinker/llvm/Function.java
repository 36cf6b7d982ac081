package io.github.bpflinker.llvm;

import io.github.bpflinker.llvm.raw.ContextApi;
import io.github.bpflinker.llvm.raw.ValueApi;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A function of a module. Borrows from its module. */
public final class Function extends GlobalValue {

    /** {@code LLVMAttributeFunctionIndex}. */
    static final int FUNCTION_INDEX = -1;

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

    /** Adds an attribute that LLVM knows by name and that has no value. */
    public void addAttribute(String name) {
        long context = ValueApi.LLVMGetTypeContext(ValueApi.LLVMGlobalGetValueType(handle));
        ValueApi.LLVMAddAttributeAtIndex(
                handle, FUNCTION_INDEX, ContextApi.LLVMCreateEnumAttribute(context, kindOf(name), 0));
    }

    /** Adds an attribute that is a string, such as {@code "no-jump-tables"}; names and values are ASCII. */
    public void addStringAttribute(String name, String value) {
        long context = ValueApi.LLVMGetTypeContext(ValueApi.LLVMGlobalGetValueType(handle));
        ValueApi.LLVMAddAttributeAtIndex(
                handle,
                FUNCTION_INDEX,
                ContextApi.LLVMCreateStringAttribute(context, name, name.length(), value, value.length()));
    }

    /** Whether it names a function that exceptions in it would call. */
    public boolean hasPersonality() {
        return ValueApi.LLVMHasPersonalityFn(handle) != 0;
    }

    /** Has it name none, which is right only where nothing in it catches or cleans up. */
    public void removePersonality() {
        ValueApi.LLVMSetPersonalityFn(handle, 0);
    }

    /** Whether something else than a call refers to it. */
    public boolean isAddressTaken() {
        return ValueUses.isAddressTaken(handle);
    }

    /** Its basic blocks, the entry first; empty for a declaration. */
    public List<BasicBlock> blocks() {
        List<BasicBlock> found = new ArrayList<>();
        for (long block = ValueApi.LLVMGetFirstBasicBlock(handle);
                block != 0;
                block = ValueApi.LLVMGetNextBasicBlock(block)) {
            found.add(new BasicBlock(block));
        }
        return found;
    }

    /** Removes an attribute that LLVM knows by name. */
    public void removeAttribute(String name) {
        int kind = kindOf(name);
        if (kind != 0) {
            ValueApi.LLVMRemoveEnumAttributeAtIndex(handle, FUNCTION_INDEX, kind);
        }
    }

    /** Lets LLVM inline it wherever it is called, whatever its source or a call of it says. */
    public void allowInlining() {
        removeAttribute("noinline");
        removeAttribute("optnone");
        for (IrInstruction use : usingInstructions()) {
            use.removeCallAttribute("noinline");
        }
    }

    /** The value of an attribute that is a string, such as {@code "target-cpu"}; empty if it has none of that name. */
    public Optional<String> stringAttribute(String name) {
        long attribute = ValueApi.LLVMGetStringAttributeAtIndex(handle, FUNCTION_INDEX, name, name.length());
        if (attribute == 0) {
            return Optional.empty();
        }
        int[] length = new int[1];
        return Optional.of(NativeStrings.borrowed(ValueApi.LLVMGetStringAttributeValue(attribute, length), length[0]));
    }

    /** Removes an attribute that is a string, such as {@code "no-builtins"}. */
    public void removeStringAttribute(String name) {
        ValueApi.LLVMRemoveStringAttributeAtIndex(handle, FUNCTION_INDEX, name, name.length());
    }

    /** Its instructions, in the order of its blocks; a snapshot. */
    public List<IrInstruction> instructions() {
        List<IrInstruction> found = new ArrayList<>();
        blocks().forEach(block -> found.addAll(block.instructions()));
        return found;
    }

    static int kindOf(String name) {
        return ContextApi.LLVMGetEnumAttributeKindForName(name, name.length());
    }
}
