package io.github.bpflinker.llvm;

import io.github.bpflinker.diagnostic.SourceLocation;
import io.github.bpflinker.llvm.raw.BuilderApi;
import io.github.bpflinker.llvm.raw.ModuleApi;
import io.github.bpflinker.llvm.raw.ValueApi;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A function, variable, alias or ifunc of a module. Borrows from its module; equal if it is the same one. */
public sealed class GlobalValue permits Function {

    /** What a global value is. */
    public enum Kind {
        FUNCTION,
        VARIABLE,
        ALIAS,
        IFUNC
    }

    final long handle;
    private final Kind kind;

    GlobalValue(long handle, Kind kind) {
        this.handle = handle;
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }

    /** The symbol's name; empty for one without. */
    public String name() {
        long[] length = new long[1];
        return NativeStrings.borrowed(ValueApi.LLVMGetValueName2(handle, length), length[0]);
    }

    /** Gives it another name, which nothing else in its module may have. */
    public void setName(String name) {
        ValueApi.LLVMSetValueName2(handle, name, NativeStrings.utf8Length(name));
    }

    public boolean isDeclaration() {
        return ValueApi.LLVMIsDeclaration(handle) != 0;
    }

    /** Whether its module says what it is, and not only that it is. */
    public boolean isDefinition() {
        return !isDeclaration();
    }

    public IrLinkage linkage() {
        return IrLinkage.of(ValueApi.LLVMGetLinkage(handle));
    }

    public void setLinkage(IrLinkage linkage) {
        ValueApi.LLVMSetLinkage(handle, linkage.number);
    }

    /** Whether it is left out of dynamic symbol tables ({@code STV_HIDDEN}). */
    public boolean isHidden() {
        return ValueApi.LLVMGetVisibility(handle) == 1;
    }

    public void setHidden(boolean hidden) {
        ValueApi.LLVMSetVisibility(handle, hidden ? 1 : 0);
    }

    /** The section that the source asked for; empty if it left that to LLVM. */
    public String section() {
        // Only functions and variables have one; LLVM would look through an alias.
        return kind == Kind.FUNCTION || kind == Kind.VARIABLE
                ? NativeStrings.borrowed(ValueApi.LLVMGetSection(handle))
                : "";
    }

    /** Puts it into a section. */
    public void setSection(String section) {
        ValueApi.LLVMSetSection(handle, section);
    }

    /** Takes it out of its COMDAT group, if it is in one. */
    public void leaveComdat() {
        if ((kind == Kind.FUNCTION || kind == Kind.VARIABLE) && ValueApi.LLVMGetComdat(handle) != 0) {
            ValueApi.LLVMSetComdat(handle, 0);
        }
    }

    /** Whether two variables of one context, which has each constant once, start with the same value. */
    public boolean hasInitializerOf(GlobalValue other) {
        return kind == Kind.VARIABLE
                && other.kind == Kind.VARIABLE
                && ValueApi.LLVMGetInitializer(handle) == ValueApi.LLVMGetInitializer(other.handle);
    }

    /** Whether it is a variable of which every bit starts as zero. */
    public boolean startsAsZero() {
        return kind == Kind.VARIABLE
                && !isDeclaration()
                && ValueApi.LLVMIsNull(ValueApi.LLVMGetInitializer(handle)) != 0;
    }

    /** Whether it is a variable that starts as an array or struct of addresses, arrays or structs. */
    public boolean isTable() {
        if (kind != Kind.VARIABLE || isDeclaration()) {
            return false;
        }
        long initializer = ValueApi.LLVMGetInitializer(handle);
        return ValueApi.LLVMIsAConstantArray(initializer) != 0 || ValueApi.LLVMIsAConstantStruct(initializer) != 0;
    }

    /** Whether it is a {@linkplain #isTable() table} of places in functions, for computed gotos. */
    public boolean isTableOfPlaces() {
        if (!isTable()) {
            return false;
        }
        long initializer = ValueApi.LLVMGetInitializer(handle);
        for (int i = 0; i < ValueApi.LLVMGetNumOperands(initializer); i++) {
            if (ValueApi.LLVMIsABlockAddress(ValueApi.LLVMGetOperand(initializer, i)) != 0) {
                return true;
            }
        }
        return false;
    }

    /** Whether each thread is to have a variable of its own. */
    public boolean isThreadLocal() {
        return kind == Kind.VARIABLE && ValueApi.LLVMIsThreadLocal(handle) != 0;
    }

    public boolean isUsed() {
        return ValueApi.LLVMGetFirstUse(handle) != 0;
    }

    /** The instructions that refer to it, directly or through constants. */
    public List<IrInstruction> usingInstructions() {
        List<IrInstruction> found = new ArrayList<>();
        ValueUses.visit(handle, user -> {
            if (ValueApi.LLVMIsAInstruction(user) != 0) {
                found.add(new IrInstruction(user));
            }
        });
        return found;
    }

    /** The global values whose initializer or body refers to it, directly or through constants; without repetition. */
    public List<GlobalValue> usingGlobals() {
        return ValueUses.globals(handle);
    }

    /** Where the source declares it, if the module has debug information. */
    public Optional<SourceLocation> location() {
        return kind == Kind.FUNCTION || kind == Kind.VARIABLE ? SourceLocations.of(handle, 0) : Optional.empty();
    }

    /** Makes a declaration of the definition of a variable. */
    void removeInitializer() {
        ValueApi.LLVMSetInitializer(handle, 0);
    }

    /** The type of what it is the address of. */
    Type valueType() {
        return new Type(ValueApi.LLVMGlobalGetValueType(handle));
    }

    /** Removes it from its module; whatever refers to it then refers to another variable, which gets its metadata. */
    void replaceBy(GlobalValue other) {
        DebugNode.copyAttachments(handle, other.handle);
        BuilderApi.LLVMReplaceAllUsesWith(handle, other.handle);
        delete();
    }

    /** Whether code reads pointers out of this variable. */
    public ReadState pointersRead() {
        return PointerReads.of(handle);
    }

    /** Removes it from its module; nothing may refer to it any more. */
    public void delete() {
        if (kind == Kind.FUNCTION) {
            ValueApi.LLVMDeleteFunction(handle);
        } else {
            ValueApi.LLVMDeleteGlobal(handle);
        }
    }

    long next() {
        return switch (kind) {
            case FUNCTION -> ModuleApi.LLVMGetNextFunction(handle);
            case VARIABLE -> ModuleApi.LLVMGetNextGlobal(handle);
            case ALIAS -> ModuleApi.LLVMGetNextGlobalAlias(handle);
            case IFUNC -> ModuleApi.LLVMGetNextGlobalIFunc(handle);
        };
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof GlobalValue value && value.handle == handle;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(handle);
    }

    @Override
    public String toString() {
        return name();
    }
}
