package io.github.bpflinker.link.pass;

import io.github.bpflinker.llvm.DebugNode;
import io.github.bpflinker.llvm.Module;
import java.util.HashMap;
import java.util.Map;

/**
 * Replaces Unicode character types, such as Rust's {@code char}, with integers in the debug information. LLVM generates
 * no BTF for them ({@code BTFDebug::visitBasicType} skips {@code DW_ATE_UTF}) and writes {@code void} instead; a struct
 * member of that type makes the kernel reject the object's BTF ({@code Invalid type_id}). Must run after optimization,
 * when less debug information is left to traverse.
 */
public final class ReplaceCharacterTypes implements LinkPass {

    @Override
    public void run(Module module) {
        if (module.isDescribedAsC()) { // where char32_t is a name of a number
            return;
        }
        Map<DebugNode, DebugNode> numbers = new HashMap<>();
        DebugNode.visit(
                module, node -> node.changeOperands(type -> numbers.computeIfAbsent(type, it -> number(it, module))));
    }

    private static DebugNode number(DebugNode type, Module module) {
        return type.isBasicType() && type.toIr().contains("encoding: DW_ATE_UTF")
                ? DebugNode.unsignedType(module, nameInC(type), type.sizeInBits())
                : type;
    }

    /** The name of the integer type, which must differ from C's {@code char}: that has one byte, Rust's four. */
    private static String nameInC(DebugNode type) {
        return type.name().equals("char") ? "char32_t" : type.name();
    }
}
