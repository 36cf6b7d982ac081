package io.github.bpflinker.llvm;

import io.github.bpflinker.diagnostic.SourceLocation;
import io.github.bpflinker.llvm.raw.BuilderApi;
import io.github.bpflinker.llvm.raw.ModuleApi;
import io.github.bpflinker.llvm.raw.ValueApi;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A function, variable, alias or ifunc of a module. Valid until its module is closed. Two instances are equal if they
 * denote the same value.
 */
public sealed class GlobalValue permits Function {

    /** The kinds of global values. */
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

    /** Its symbol name; empty if it has none. */
    public String name() {
        long[] length = new long[1];
        return NativeStrings.borrowed(ValueApi.LLVMGetValueName2(handle, length), length[0]);
    }

    /** Renames it. The name must be unique in its module. */
    public void setName(String name) {
        ValueApi.LLVMSetValueName2(handle, name, NativeStrings.utf8Length(name));
    }

    public boolean isDeclaration() {
        return ValueApi.LLVMIsDeclaration(handle) != 0;
    }

    /** Whether it is a definition, not a declaration. */
    public boolean isDefinition() {
        return !isDeclaration();
    }

    public IrLinkage linkage() {
        return IrLinkage.of(ValueApi.LLVMGetLinkage(handle));
    }

    public void setLinkage(IrLinkage linkage) {
        ValueApi.LLVMSetLinkage(handle, linkage.number);
    }

    /** Whether its visibility is hidden ({@code STV_HIDDEN}). */
    public boolean isHidden() {
        return ValueApi.LLVMGetVisibility(handle) == 1;
    }

    public void setHidden(boolean hidden) {
        ValueApi.LLVMSetVisibility(handle, hidden ? 1 : 0);
    }

    /** The section set in the source; empty if LLVM chooses it. */
    public String section() {
        // Only functions and variables have a section; for an alias LLVM would return that of the aliasee.
        return kind == Kind.FUNCTION || kind == Kind.VARIABLE
                ? NativeStrings.borrowed(ValueApi.LLVMGetSection(handle))
                : "";
    }

    /** Sets its section. */
    public void setSection(String section) {
        ValueApi.LLVMSetSection(handle, section);
    }

    /** Removes it from its COMDAT group, if it is in one. */
    public void leaveComdat() {
        if ((kind == Kind.FUNCTION || kind == Kind.VARIABLE) && ValueApi.LLVMGetComdat(handle) != 0) {
            ValueApi.LLVMSetComdat(handle, 0);
        }
    }

    /** Whether two variables of one context have equal initializers. Constants are unique in a context. */
    public boolean hasInitializerOf(GlobalValue other) {
        return kind == Kind.VARIABLE
                && other.kind == Kind.VARIABLE
                && ValueApi.LLVMGetInitializer(handle) == ValueApi.LLVMGetInitializer(other.handle);
    }

    /** Whether it is a variable with a zero initializer. */
    public boolean startsAsZero() {
        return kind == Kind.VARIABLE
                && !isDeclaration()
                && ValueApi.LLVMIsNull(ValueApi.LLVMGetInitializer(handle)) != 0;
    }

    /** Whether it is a variable whose initializer is an array or struct of addresses, arrays or structs. */
    public boolean isTable() {
        if (kind != Kind.VARIABLE || isDeclaration()) {
            return false;
        }
        long initializer = ValueApi.LLVMGetInitializer(handle);
        return ValueApi.LLVMIsAConstantArray(initializer) != 0 || ValueApi.LLVMIsAConstantStruct(initializer) != 0;
    }

    /** Whether it is a {@linkplain #isTable() table} of block addresses, for computed gotos. */
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

    /** Whether it is a variable that code can't change. */
    public boolean isConstant() {
        return kind == Kind.VARIABLE && ValueApi.LLVMIsGlobalConstant(handle) != 0;
    }

    /** Removes its metadata, of which debug information is a part. */
    public void clearMetadata() {
        ValueApi.LLVMGlobalClearMetadata(handle);
    }

    /** Whether it is a thread-local variable. */
    public boolean isThreadLocal() {
        return kind == Kind.VARIABLE && ValueApi.LLVMIsThreadLocal(handle) != 0;
    }

    public boolean isUsed() {
        return ValueApi.LLVMGetFirstUse(handle) != 0;
    }

    /** The instructions that use it, directly or through constants. */
    public List<IrInstruction> usingInstructions() {
        List<IrInstruction> found = new ArrayList<>();
        ValueUses.visit(handle, user -> {
            if (ValueApi.LLVMIsAInstruction(user) != 0) {
                found.add(new IrInstruction(user));
            }
        });
        return found;
    }

    /** The global values whose initializer or body uses it, directly or through constants; each once. */
    public List<GlobalValue> usingGlobals() {
        return ValueUses.globals(handle);
    }

    /** Its location in the source, if the module has debug information. */
    public Optional<SourceLocation> location() {
        return kind == Kind.FUNCTION || kind == Kind.VARIABLE ? SourceLocations.of(handle, 0) : Optional.empty();
    }

    /** Turns the definition of a variable into a declaration. */
    void removeInitializer() {
        ValueApi.LLVMSetInitializer(handle, 0);
    }

    /** Its value type; for a function, its signature. */
    public Type valueType() {
        return new Type(ValueApi.LLVMGlobalGetValueType(handle));
    }

    /** Replaces its uses with another global value, copies its metadata to that, and removes it from its module. */
    public void replaceBy(GlobalValue other) {
        DebugNode.copyAttachments(handle, other.handle);
        BuilderApi.LLVMReplaceAllUsesWith(handle, other.handle);
        delete();
    }

    /** Whether code reads pointers from this variable. */
    public PointerReadResult pointersRead() {
        return PointerReadAnalysis.of(handle);
    }

    /** Removes it from its module. It must not have uses. */
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

    /** The one before it in its module; 0 for the first. */
    long previous() {
        return switch (kind) {
            case FUNCTION -> ModuleApi.LLVMGetPreviousFunction(handle);
            case VARIABLE -> ModuleApi.LLVMGetPreviousGlobal(handle);
            case ALIAS -> ModuleApi.LLVMGetPreviousGlobalAlias(handle);
            case IFUNC -> ModuleApi.LLVMGetPreviousGlobalIFunc(handle);
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
