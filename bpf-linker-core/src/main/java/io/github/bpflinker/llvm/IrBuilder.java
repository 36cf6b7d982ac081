package io.github.bpflinker.llvm;

import io.github.bpflinker.llvm.raw.BuilderApi;
import io.github.bpflinker.llvm.raw.ValueApi;

/** Owns LLVM's builder of instructions. */
public final class IrBuilder implements AutoCloseable {

    private final Module module;
    private final long builder;

    /** A builder for a module. */
    public IrBuilder(Module module) {
        this.module = module;
        this.builder = BuilderApi.LLVMCreateBuilderInContext(module.context().handle);
    }

    /** Declares a function that takes nothing, returns nothing, and does not return. */
    public Function declareDiverging(String name) {
        long type = BuilderApi.LLVMFunctionType(voidType(), new long[1], 0, 0);
        Function function = new Function(BuilderApi.LLVMAddFunction(module.handle(), name, type));
        function.addAttribute("noreturn");
        function.addAttribute("nounwind");
        return function;
    }

    /** Puts a call of a function without parameters before an instruction, with that instruction's source location. */
    public void callBefore(Instruction place, Function function) {
        BuilderApi.LLVMPositionBuilderBefore(builder, place.handle);
        long call = BuilderApi.LLVMBuildCall2(
                builder, ValueApi.LLVMGlobalGetValueType(function.handle), function.handle, new long[1], 0, "");
        BuilderApi.LLVMInstructionSetDebugLoc(call, BuilderApi.LLVMInstructionGetDebugLoc(place.handle));
    }

    /** Puts a return before an instruction: of {@code value} for an integer, of zero for any other result. */
    public void returnBefore(Instruction place, long value) {
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

    private long voidType() {
        return BuilderApi.LLVMVoidTypeInContext(module.context().handle);
    }

    @Override
    public void close() {
        BuilderApi.LLVMDisposeBuilder(builder);
    }
}
