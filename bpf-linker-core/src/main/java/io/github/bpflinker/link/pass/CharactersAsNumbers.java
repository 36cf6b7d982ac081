package io.github.bpflinker.link.pass;

import io.github.bpflinker.llvm.DebugNode;
import io.github.bpflinker.llvm.Module;
import java.util.HashMap;
import java.util.Map;

/**
 * Describes Unicode characters, such as Rust's {@code char}, as the numbers that they are. LLVM has no BTF for them
 * ({@code DW_ATE_UTF}, which {@code BTFDebug::visitBasicType} skips) and writes {@code void} instead; as the type of a
 * member that makes kernels refuse all of the object's BTF ({@code Invalid type_id}). To be run behind optimization, when
 * little is left to look through.
 */
public final class CharactersAsNumbers implements LinkPass {

    @Override
    public void run(Module module) {
        Map<DebugNode, DebugNode> numbers = new HashMap<>();
        DebugNode.visit(
                module, node -> node.changeOperands(type -> numbers.computeIfAbsent(type, it -> number(it, module))));
    }

    private static DebugNode number(DebugNode type, Module module) {
        return type.isBasicType() && type.toIr().contains("encoding: DW_ATE_UTF")
                ? DebugNode.unsignedType(module, nameInC(type), type.sizeInBits())
                : type;
    }

    /** C's {@code char} has one byte, Rust's four: headers made of BTF must not mix them up. */
    private static String nameInC(DebugNode type) {
        return type.name().equals("char") ? "char32_t" : type.name();
    }
}
