package io.github.bpflinker.llvm;

import io.github.bpflinker.llvm.raw.ContextApi;
import io.github.bpflinker.llvm.raw.ValueApi;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A function of a module. Valid until its module is closed. */
public final class Function extends GlobalValue {

    /** {@code LLVMAttributeFunctionIndex}. */
    static final int FUNCTION_INDEX = -1;

    Function(long handle) {
        super(handle, Kind.FUNCTION);
    }

    /** Whether it is an LLVM intrinsic. */
    public boolean isIntrinsic() {
        return ValueApi.LLVMGetIntrinsicID(handle) != 0;
    }

    /** The function type. */
    public Type type() {
        return new Type(ValueApi.LLVMGlobalGetValueType(handle));
    }

    /** Whether it has an enum attribute, such as {@code noinline}. */
    public boolean hasAttribute(String name) {
        int kind = kindOf(name);
        return kind != 0 && ValueApi.LLVMGetEnumAttributeAtIndex(handle, FUNCTION_INDEX, kind) != 0;
    }

    /** Adds an enum attribute without a value. */
    public void addAttribute(String name) {
        long context = ValueApi.LLVMGetTypeContext(ValueApi.LLVMGlobalGetValueType(handle));
        ValueApi.LLVMAddAttributeAtIndex(
                handle, FUNCTION_INDEX, ContextApi.LLVMCreateEnumAttribute(context, kindOf(name), 0));
    }

    /** Adds a string attribute, such as {@code "no-jump-tables"}; name and value must be ASCII. */
    public void addStringAttribute(String name, String value) {
        long context = ValueApi.LLVMGetTypeContext(ValueApi.LLVMGlobalGetValueType(handle));
        ValueApi.LLVMAddAttributeAtIndex(
                handle,
                FUNCTION_INDEX,
                ContextApi.LLVMCreateStringAttribute(context, name, name.length(), value, value.length()));
    }

    /** Whether it has a personality function. */
    public boolean hasPersonality() {
        return ValueApi.LLVMHasPersonalityFn(handle) != 0;
    }

    /** Removes the personality function. The function must not contain landing pads. */
    public void removePersonality() {
        ValueApi.LLVMSetPersonalityFn(handle, 0);
    }

    /** Whether it has uses other than as the callee of a call. */
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

    /** Removes an enum attribute. */
    public void removeAttribute(String name) {
        int kind = kindOf(name);
        if (kind != 0) {
            ValueApi.LLVMRemoveEnumAttributeAtIndex(handle, FUNCTION_INDEX, kind);
        }
    }

    /** Removes {@code noinline} from the function and its calls, and {@code optnone} from the function. */
    public void allowInlining() {
        removeAttribute("noinline");
        removeAttribute("optnone");
        for (IrInstruction use : usingInstructions()) {
            use.removeCallAttribute("noinline");
        }
    }

    /** The value of a string attribute, such as {@code "target-cpu"}; empty if it is not set. */
    public Optional<String> stringAttribute(String name) {
        long attribute = ValueApi.LLVMGetStringAttributeAtIndex(handle, FUNCTION_INDEX, name, name.length());
        if (attribute == 0) {
            return Optional.empty();
        }
        int[] length = new int[1];
        return Optional.of(NativeStrings.borrowed(ValueApi.LLVMGetStringAttributeValue(attribute, length), length[0]));
    }

    /** Removes a string attribute, such as {@code "no-builtins"}. */
    public void removeStringAttribute(String name) {
        ValueApi.LLVMRemoveStringAttributeAtIndex(handle, FUNCTION_INDEX, name, name.length());
    }

    /** A snapshot of its instructions, in the order of its blocks. */
    public List<IrInstruction> instructions() {
        List<IrInstruction> found = new ArrayList<>();
        blocks().forEach(block -> found.addAll(block.instructions()));
        return found;
    }

    static int kindOf(String name) {
        return ContextApi.LLVMGetEnumAttributeKindForName(name, name.length());
    }
}
