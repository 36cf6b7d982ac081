package io.github.bpflinker.llvm;

import io.github.bpflinker.diagnostic.SourceLocation;
import io.github.bpflinker.llvm.raw.BuilderApi;
import io.github.bpflinker.llvm.raw.ContextApi;
import io.github.bpflinker.llvm.raw.ValueApi;
import java.util.Optional;

/** An instruction of a function. Valid until its module is closed. */
public final class IrInstruction {

    /** See {@link #CALL}. */
    public static final int UNREACHABLE = 7;

    /** {@code LLVMOpcode} of {@code llvm-c/Core.h}: the stable numbers of the C API. */
    public static final int CALL = 45;

    /** See {@link #CALL}. */
    static final int BRANCH = 2;

    private static final int CONDITIONAL_BRANCH_OPERANDS = 3;

    /** See {@link #CALL}. */
    public static final int INDIRECT_BRANCH = 4;

    /** See {@link #CALL}. */
    public static final int INVOKE = 5;

    /** A local variable; see {@link #CALL}. */
    static final int ALLOCA = 26;

    /** See {@link #CALL}. */
    public static final int LOAD = 27;

    /** See {@link #CALL}. */
    public static final int STORE = 28;

    /** See {@link #CALL}. */
    static final int GET_ELEMENT_PTR = 29;

    /** {@code icmp}; see {@link #CALL}. */
    static final int COMPARISON = 42;

    /** See {@link #CALL}. */
    static final int PHI = 44;

    /** See {@link #CALL}. */
    static final int SELECT = 46;

    /** See {@link #CALL}. */
    public static final int FENCE = 55;

    /** See {@link #CALL}. */
    public static final int ATOMIC_CMPXCHG = 56;

    /** See {@link #CALL}. */
    public static final int ATOMIC_RMW = 57;

    final long handle;

    IrInstruction(long handle) {
        this.handle = handle;
    }

    /** Its {@code LLVMOpcode}. */
    public int opcode() {
        return ValueApi.LLVMGetInstructionOpcode(handle);
    }

    /** The function that contains it. */
    public Function function() {
        return new Function(ValueApi.LLVMGetBasicBlockParent(ValueApi.LLVMGetInstructionParent(handle)));
    }

    /** The callee of a direct call; empty for other instructions, indirect calls and inline assembly. */
    public Optional<Function> calledFunction() {
        if (ValueApi.LLVMIsACallInst(handle) == 0) {
            return Optional.empty();
        }
        long called = ValueApi.LLVMIsAFunction(ValueApi.LLVMGetCalledValue(handle));
        return called == 0 ? Optional.empty() : Optional.of(new Function(called));
    }

    /** The signature with which it calls a function, which can differ from that of the callee; empty if it is no call. */
    public Optional<Type> calledType() {
        return ValueApi.LLVMIsACallInst(handle) == 0
                ? Optional.empty()
                : Optional.of(new Type(ValueApi.LLVMGetCalledFunctionType(handle)));
    }

    /**
     * Whether it calls a variadic function. A call of a C function without a prototype is not variadic: its type has
     * the passed arguments.
     */
    public boolean isVariadicCall() {
        return ValueApi.LLVMIsACallInst(handle) != 0 && new Type(ValueApi.LLVMGetCalledFunctionType(handle)).isVarArg();
    }

    /** Whether it is an indirect call. A call of a helper by its number is not. */
    public boolean isIndirectCall() {
        if (ValueApi.LLVMIsACallInst(handle) == 0) {
            return false;
        }
        long called = ValueApi.LLVMGetCalledValue(handle);
        return ValueApi.LLVMIsConstant(called) == 0 && ValueApi.LLVMIsAInlineAsm(called) == 0;
    }

    /** The inline assembly that it calls, with its constraints, as in IR text. */
    public Optional<String> calledAssembly() {
        if (ValueApi.LLVMIsACallInst(handle) == 0) {
            return Optional.empty();
        }
        long called = ValueApi.LLVMGetCalledValue(handle);
        return ValueApi.LLVMIsAInlineAsm(called) == 0
                ? Optional.empty()
                : Optional.of(NativeStrings.owned(ValueApi.LLVMPrintValueToString(called)));
    }

    /** Whether this call or its callee has an enum attribute. */
    public boolean callHasAttribute(String name) {
        int kind = Function.kindOf(name);
        boolean atCall = kind != 0
                && ValueApi.LLVMIsACallInst(handle) != 0
                && ValueApi.LLVMGetCallSiteEnumAttribute(handle, Function.FUNCTION_INDEX, kind) != 0;
        return atCall
                || calledFunction().filter(called -> called.hasAttribute(name)).isPresent();
    }

    void removeCallAttribute(String name) {
        if (ValueApi.LLVMIsACallInst(handle) != 0) {
            ValueApi.LLVMRemoveCallSiteEnumAttribute(handle, Function.FUNCTION_INDEX, Function.kindOf(name));
        }
    }

    /**
     * The constant that a conditional branch compares with; 0 for other instructions and for constants that don't fit
     * into 32 bits.
     */
    public long comparedConstant() {
        if (opcode() != BRANCH || ValueApi.LLVMGetNumOperands(handle) < CONDITIONAL_BRANCH_OPERANDS) {
            return 0;
        }
        long condition = ValueApi.LLVMGetOperand(handle, 0);
        if (ValueApi.LLVMIsAInstruction(condition) == 0 || ValueApi.LLVMGetInstructionOpcode(condition) != COMPARISON) {
            return 0;
        }
        long number = ValueApi.LLVMIsAConstantInt(ValueApi.LLVMGetOperand(condition, 1));
        // At most 32 bits.
        long value = number == 0 ? 0 : ValueApi.LLVMConstIntGetZExtValue(number);
        return value < 0 || value > 0xffff_ffffL ? 0 : value;
    }

    /** The next instruction in its block. */
    public Optional<IrInstruction> next() {
        long next = ValueApi.LLVMGetNextInstruction(handle);
        return next == 0 ? Optional.empty() : Optional.of(new IrInstruction(next));
    }

    /** Removes it; its uses are replaced with {@code undef}. */
    public void erase() {
        if (!type().isVoid()) {
            BuilderApi.LLVMReplaceAllUsesWith(handle, BuilderApi.LLVMGetUndef(ValueApi.LLVMTypeOf(handle)));
        }
        BuilderApi.LLVMInstructionEraseFromParent(handle);
    }

    /** Removes its metadata of a kind, such as {@code llvm.loop}. */
    public void removeMetadata(String kind) {
        BuilderApi.LLVMSetMetadata(handle, ContextApi.LLVMGetMDKindID(kind, kind.length()), 0);
    }

    /** The operation of an {@link #ATOMIC_RMW}. */
    public AtomicOperation atomicOperation() {
        return AtomicOperation.of(ValueApi.LLVMGetAtomicRMWBinOp(handle));
    }

    /** The memory ordering of a load, store or fence. */
    public AtomicOrdering ordering() {
        return AtomicOrdering.of(ValueApi.LLVMGetOrdering(handle));
    }

    /** Makes an atomic load or store non-atomic and volatile. */
    public void makeVolatile() {
        ValueApi.LLVMSetOrdering(handle, AtomicOrdering.NOT_ATOMIC.number);
        ValueApi.LLVMSetVolatile(handle, 1);
    }

    /** Sets the ordering of an atomic instruction to relaxed ({@code monotonic}). */
    public void makeRelaxed() {
        ValueApi.LLVMSetOrdering(handle, AtomicOrdering.MONOTONIC.number);
    }

    /** Whether its result has uses. */
    public boolean isUsed() {
        return ValueApi.LLVMGetFirstUse(handle) != 0;
    }

    /** Whether it is an atomic instruction of the scope {@code singlethread}. */
    public boolean isSingleThread() {
        return ValueApi.LLVMIsAtomicSingleThread(handle) != 0;
    }

    /** Its result type; {@code void} if it has no result. */
    public Type type() {
        return new Type(ValueApi.LLVMTypeOf(handle));
    }

    /** Whether an operand is a constant. */
    public boolean isConstantOperand(int index) {
        return ValueApi.LLVMIsConstant(ValueApi.LLVMGetOperand(handle, index)) != 0;
    }

    /** Replaces an integer operand with a constant of the same type. */
    public void setIntegerOperand(int index, long number) {
        long type = ValueApi.LLVMTypeOf(ValueApi.LLVMGetOperand(handle, index));
        ValueApi.LLVMSetOperand(handle, index, BuilderApi.LLVMConstInt(type, number, 0));
    }

    /** The type of an operand. */
    public Type operandType(int index) {
        return new Type(ValueApi.LLVMTypeOf(ValueApi.LLVMGetOperand(handle, index)));
    }

    /** Its location in the source, if the module has debug information. */
    public Optional<SourceLocation> location() {
        return SourceLocations.of(handle, ValueApi.LLVMGetDebugLocColumn(handle));
    }
}
