package io.github.bpflinker.llvm;

import io.github.bpflinker.llvm.raw.DebugInfoApi;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The debug information of a function ({@code DISubprogram}). Valid until its module is closed. */
public final class Subprogram {

    private static final int TYPE_OPERAND = 4;

    /**
     * The maximum number of steps from a signature to the name of a type: type list, pointer, qualifier, typedef,
     * target.
     */
    private static final int DEEPEST = 6;

    private final Module module;
    private final Function function;
    private final long value;

    private Subprogram(Module module, Function function, long metadata) {
        this.module = module;
        this.function = function;
        this.value = DebugInfoApi.LLVMMetadataAsValue(module.context().handle, metadata);
    }

    /** The debug information of a function, if it has any. */
    public static Optional<Subprogram> of(Module module, Function function) {
        long metadata = DebugInfoApi.LLVMGetSubprogram(function.handle);
        return metadata == 0 ? Optional.empty() : Optional.of(new Subprogram(module, function, metadata));
    }

    /** Whether it has the types of result and parameters, or says that the result is {@code void}. */
    public boolean hasSignature() {
        long type = operands(value)[TYPE_OPERAND];
        if (type == 0) {
            return false;
        }
        // The list of types is the fourth operand of a subroutine type, and the sixth since LLVM 21; always the last.
        long[] operands = operands(type);
        long types = operands[operands.length - 1];
        return types != 0 && operands(types).length > 0;
    }

    /** The names of the types in its signature, directly or through pointers; the nearest first. */
    public List<String> typesOfSignature() {
        long type = operands(value)[TYPE_OPERAND];
        if (type == 0) {
            return List.of();
        }
        List<DebugNode> level = List.of(DebugNode.ofValue(module, type));
        List<String> names = new ArrayList<>();
        for (int depth = 0; depth < DEEPEST; depth++) {
            level = level.stream()
                    .filter(node -> !node.isCompositeType())
                    .flatMap(node -> node.operands().stream())
                    .filter(node -> !node.isFileOrUnit())
                    .toList();
            level.stream().map(DebugNode::name).filter(name -> !name.isEmpty()).forEach(names::add);
        }
        return names;
    }

    /** Replaces the signature with unsigned integers that match the parameters and result of the code. */
    public void describeByCode() {
        Type code = function.type();
        long builder = DebugInfoApi.LLVMCreateDIBuilder(module.handle());
        try {
            String name = "unsigned long";
            long number = DebugInfoApi.LLVMDIBuilderCreateBasicType(
                    builder, name, name.length(), Long.SIZE, DebugNode.UNSIGNED_ENCODING, 0);
            long[] types = new long[1 + (int) code.parameterRegisters()];
            Arrays.fill(types, number);
            types[0] = code.returnType().isVoid() ? 0 : number;
            DebugInfoApi.LLVMReplaceMDNodeOperandWith(
                    value,
                    TYPE_OPERAND,
                    DebugInfoApi.LLVMDIBuilderCreateSubroutineType(builder, 0, types, types.length, 0));
        } finally {
            DebugInfoApi.LLVMDisposeDIBuilder(builder);
        }
    }

    private static long[] operands(long node) {
        long[] operands = new long[DebugInfoApi.LLVMGetMDNodeNumOperands(node)];
        if (operands.length > 0) {
            DebugInfoApi.LLVMGetMDNodeOperands(node, operands);
        }
        return operands;
    }
}
