package io.github.bpflinker.llvm;

import io.github.bpflinker.diagnostic.SourceLocation;
import io.github.bpflinker.llvm.raw.BuilderApi;
import io.github.bpflinker.llvm.raw.ContextApi;
import io.github.bpflinker.llvm.raw.ValueApi;
import java.util.Optional;

/** An instruction of a function. Borrows from its module. */
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

    /** The address of a part of something; see {@link #CALL}. */
    static final int GET_ELEMENT_PTR = 29;

    /** Of integers or pointers; see {@link #CALL}. */
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

    /** One of the numbers of {@code LLVMOpcode}. */
    public int opcode() {
        return ValueApi.LLVMGetInstructionOpcode(handle);
    }

    /** The function that it is in. */
    public Function function() {
        return new Function(ValueApi.LLVMGetBasicBlockParent(ValueApi.LLVMGetInstructionParent(handle)));
    }

    /** For a call: the function that it calls, unless the call is indirect or calls inline assembly. */
    public Optional<Function> calledFunction() {
        if (ValueApi.LLVMIsACallInst(handle) == 0) {
            return Optional.empty();
        }
        long called = ValueApi.LLVMIsAFunction(ValueApi.LLVMGetCalledValue(handle));
        return called == 0 ? Optional.empty() : Optional.of(new Function(called));
    }

    /**
     * Whether a call passes a variable number of arguments. One of a function that C declares without a prototype does
     * not: what it passes is its type.
     */
    public boolean isVariadicCall() {
        return ValueApi.LLVMIsACallInst(handle) != 0 && new Type(ValueApi.LLVMGetCalledFunctionType(handle)).isVarArg();
    }

    /** Whether it calls a function that is only known at run time; the number of a helper is known. */
    public boolean isIndirectCall() {
        if (ValueApi.LLVMIsACallInst(handle) == 0) {
            return false;
        }
        long called = ValueApi.LLVMGetCalledValue(handle);
        return ValueApi.LLVMIsConstant(called) == 0 && ValueApi.LLVMIsAInlineAsm(called) == 0;
    }

    /** For a call of inline assembly: that assembly, as IR text has it, with its constraints. */
    public Optional<String> calledAssembly() {
        if (ValueApi.LLVMIsACallInst(handle) == 0) {
            return Optional.empty();
        }
        long called = ValueApi.LLVMGetCalledValue(handle);
        return ValueApi.LLVMIsAInlineAsm(called) == 0
                ? Optional.empty()
                : Optional.of(NativeStrings.owned(ValueApi.LLVMPrintValueToString(called)));
    }

    /** Whether this call, or the function that it calls, has an attribute that LLVM knows by name. */
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

    /** For a conditional branch: the number that decides about it by comparison; 0 for any other, or if it is larger. */
    public long comparedConstant() {
        if (opcode() != BRANCH || ValueApi.LLVMGetNumOperands(handle) < CONDITIONAL_BRANCH_OPERANDS) {
            return 0;
        }
        long condition = ValueApi.LLVMGetOperand(handle, 0);
        if (ValueApi.LLVMIsAInstruction(condition) == 0 || ValueApi.LLVMGetInstructionOpcode(condition) != COMPARISON) {
            return 0;
        }
        long number = ValueApi.LLVMIsAConstantInt(ValueApi.LLVMGetOperand(condition, 1));
        // Not more than fits into a count of 32 bits.
        long value = number == 0 ? 0 : ValueApi.LLVMConstIntGetZExtValue(number);
        return value < 0 || value > 0xffff_ffffL ? 0 : value;
    }

    /** The instruction behind it in its block. */
    public Optional<IrInstruction> next() {
        long next = ValueApi.LLVMGetNextInstruction(handle);
        return next == 0 ? Optional.empty() : Optional.of(new IrInstruction(next));
    }

    /** Removes it; whatever uses its value gets one that does not matter. */
    public void erase() {
        if (!type().isVoid()) {
            BuilderApi.LLVMReplaceAllUsesWith(handle, BuilderApi.LLVMGetUndef(ValueApi.LLVMTypeOf(handle)));
        }
        BuilderApi.LLVMInstructionEraseFromParent(handle);
    }

    /** Removes metadata of a kind, such as {@code llvm.loop}, from it. */
    public void removeMetadata(String kind) {
        BuilderApi.LLVMSetMetadata(handle, ContextApi.LLVMGetMDKindID(kind, kind.length()), 0);
    }

    /** What an {@link #ATOMIC_RMW} does to memory. */
    public AtomicOperation atomicOperation() {
        return AtomicOperation.of(ValueApi.LLVMGetAtomicRMWBinOp(handle));
    }

    /** How a load, store or fence orders memory. */
    public Ordering ordering() {
        return Ordering.of(ValueApi.LLVMGetOrdering(handle));
    }

    /** Makes a load or store a plain one that LLVM neither removes nor splits nor repeats. */
    public void makeVolatile() {
        ValueApi.LLVMSetOrdering(handle, Ordering.NOT_ATOMIC.number);
        ValueApi.LLVMSetVolatile(handle, 1);
    }

    /** Has an atomic instruction order no other accesses. */
    public void makeRelaxed() {
        ValueApi.LLVMSetOrdering(handle, Ordering.MONOTONIC.number);
    }

    /** Whether anything uses its value. */
    public boolean isUsed() {
        return ValueApi.LLVMGetFirstUse(handle) != 0;
    }

    /** Whether an atomic instruction orders memory for the compiler and for signal handlers only. */
    public boolean isSingleThread() {
        return ValueApi.LLVMIsAtomicSingleThread(handle) != 0;
    }

    /** Its type; {@code void} if it gives no value. */
    public Type type() {
        return new Type(ValueApi.LLVMTypeOf(handle));
    }

    /** Whether an operand is known now. */
    public boolean isConstantOperand(int index) {
        return ValueApi.LLVMIsConstant(ValueApi.LLVMGetOperand(handle, index)) != 0;
    }

    /** Has it use another integer of the same width. */
    public void setIntegerOperand(int index, long number) {
        long type = ValueApi.LLVMTypeOf(ValueApi.LLVMGetOperand(handle, index));
        ValueApi.LLVMSetOperand(handle, index, BuilderApi.LLVMConstInt(type, number, 0));
    }

    /** The type of an operand. */
    public Type operandType(int index) {
        return new Type(ValueApi.LLVMTypeOf(ValueApi.LLVMGetOperand(handle, index)));
    }

    /** Where it comes from in the source, if the module has debug information. */
    public Optional<SourceLocation> location() {
        return SourceLocations.of(handle, ValueApi.LLVMGetDebugLocColumn(handle));
    }
}
