package io.github.bpflinker.llvm;

import io.github.bpflinker.llvm.raw.BuilderApi;
import io.github.bpflinker.llvm.raw.TypeApi;
import io.github.bpflinker.llvm.raw.ValueApi;

/** Owns an LLVM instruction builder. */
public final class IrBuilder implements AutoCloseable {

    private final Module module;
    private final long builder;

    /** Creates a builder for a module. */
    public IrBuilder(Module module) {
        this.module = module;
        this.builder = BuilderApi.LLVMCreateBuilderInContext(module.context().handle);
    }

    /** Declares a function {@code void name()} that does not return. */
    public Function declareDiverging(String name) {
        long type = BuilderApi.LLVMFunctionType(voidType(), new long[1], 0, 0);
        Function function = new Function(BuilderApi.LLVMAddFunction(module.handle(), name, type));
        function.addAttribute("noreturn");
        function.addAttribute("nounwind");
        return function;
    }

    /**
     * Inserts a call of a function without parameters before an instruction, with that instruction's source location.
     */
    public void callBefore(IrInstruction place, Function function) {
        BuilderApi.LLVMPositionBuilderBefore(builder, place.handle);
        long call = BuilderApi.LLVMBuildCall2(
                builder, ValueApi.LLVMGlobalGetValueType(function.handle), function.handle, new long[1], 0, "");
        BuilderApi.LLVMInstructionSetDebugLoc(call, BuilderApi.LLVMInstructionGetDebugLoc(place.handle));
    }

    /**
     * Inserts a call of {@code function} before another call. The arguments are the first operands of that call;
     * integers are extended to the parameter types.
     */
    public void callBeforeWithOperandsOf(IrInstruction place, Function function) {
        BuilderApi.LLVMPositionBuilderBefore(builder, place.handle);
        long type = ValueApi.LLVMGlobalGetValueType(function.handle);
        int count = function.type().parameterCount();
        long[] parameters = new long[Math.max(1, count)];
        TypeApi.LLVMGetParamTypes(type, parameters);
        long[] operands = new long[Math.max(1, count)];
        for (int i = 0; i < count; i++) {
            long operand = ValueApi.LLVMGetOperand(place.handle, i);
            boolean fits = ValueApi.LLVMTypeOf(operand) == parameters[i];
            operands[i] = fits ? operand : BuilderApi.LLVMBuildIntCast2(builder, operand, parameters[i], 0, "");
        }
        long call = BuilderApi.LLVMBuildCall2(builder, type, function.handle, operands, count, "");
        BuilderApi.LLVMInstructionSetDebugLoc(call, BuilderApi.LLVMInstructionGetDebugLoc(place.handle));
    }

    /**
     * Inserts a compiler barrier before an instruction: LLVM does not move memory accesses across it, and it generates
     * no code.
     */
    public void compilerBarrierBefore(IrInstruction place) {
        BuilderApi.LLVMPositionBuilderBefore(builder, place.handle);
        long type = BuilderApi.LLVMFunctionType(voidType(), new long[1], 0, 0);
        String clobbers = "~{memory}";
        long barrier = BuilderApi.LLVMGetInlineAsm(type, "", 0, clobbers, clobbers.length(), 1, 0, 0, 0);
        long call = BuilderApi.LLVMBuildCall2(builder, type, barrier, new long[1], 0, "");
        BuilderApi.LLVMInstructionSetDebugLoc(call, BuilderApi.LLVMInstructionGetDebugLoc(place.handle));
    }

    /**
     * Inserts an opaque copy of a value before an instruction: LLVM can't derive its value, and it generates no code.
     */
    long opaqueBefore(IrInstruction place, long value) {
        BuilderApi.LLVMPositionBuilderBefore(builder, place.handle);
        long valueType = ValueApi.LLVMTypeOf(value);
        long type = BuilderApi.LLVMFunctionType(valueType, new long[] {valueType}, 1, 0);
        String inPlace = "=r,0";
        long nothing = BuilderApi.LLVMGetInlineAsm(type, "", 0, inPlace, inPlace.length(), 0, 0, 0, 0);
        long call = BuilderApi.LLVMBuildCall2(builder, type, nothing, new long[] {value}, 1, "");
        BuilderApi.LLVMInstructionSetDebugLoc(call, BuilderApi.LLVMInstructionGetDebugLoc(place.handle));
        return call;
    }

    /** Inserts a return before an instruction: of {@code value} for an integer, of zero for any other result type. */
    public void returnBefore(IrInstruction place, long value) {
        BuilderApi.LLVMPositionBuilderBefore(builder, place.handle);
        Type result = place.function().type().returnType();
        long built;
        if (result.isVoid()) {
            built = BuilderApi.LLVMBuildRetVoid(builder);
        } else if (result.integerWidth() > 0) {
            built = BuilderApi.LLVMBuildRet(builder, BuilderApi.LLVMConstInt(result.handle, value, 1));
        } else {
            built = BuilderApi.LLVMBuildRet(builder, BuilderApi.LLVMConstNull(result.handle));
        }
        BuilderApi.LLVMInstructionSetDebugLoc(built, BuilderApi.LLVMInstructionGetDebugLoc(place.handle));
    }

    /**
     * Inserts a load and a store of {@code bytes} bytes before an instruction. Both addresses must be aligned to that
     * size.
     */
    void copyBefore(IrInstruction place, long destination, long source, int bytes, boolean isVolatile) {
        BuilderApi.LLVMPositionBuilderBefore(builder, place.handle);
        long location = BuilderApi.LLVMInstructionGetDebugLoc(place.handle);
        long value = BuilderApi.LLVMBuildLoad2(builder, integerType(bytes * Byte.SIZE), source, "");
        long store = BuilderApi.LLVMBuildStore(builder, value, destination);
        for (long access : new long[] {value, store}) {
            ValueApi.LLVMSetAlignment(access, bytes);
            ValueApi.LLVMSetVolatile(access, isVolatile ? 1 : 0);
            BuilderApi.LLVMInstructionSetDebugLoc(access, location);
        }
    }

    /** Inserts the computation of {@code address} plus {@code bytes} before an instruction. */
    long addressBehind(IrInstruction place, long address, int bytes) {
        BuilderApi.LLVMPositionBuilderBefore(builder, place.handle);
        long[] distance = {BuilderApi.LLVMConstInt(integerType(Long.SIZE), bytes, 0)};
        return BuilderApi.LLVMBuildInBoundsGEP2(builder, integerType(Byte.SIZE), address, distance, 1, "");
    }

    private long integerType(int bits) {
        return BuilderApi.LLVMIntTypeInContext(module.context().handle, bits);
    }

    private long voidType() {
        return BuilderApi.LLVMVoidTypeInContext(module.context().handle);
    }

    @Override
    public void close() {
        BuilderApi.LLVMDisposeBuilder(builder);
    }
}
