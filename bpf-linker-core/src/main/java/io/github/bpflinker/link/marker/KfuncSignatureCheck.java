package io.github.bpflinker.link.marker;

import io.github.bpflinker.btf.BtfType;
import io.github.bpflinker.llvm.Type;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compares the signatures of kernel functions with their declarations in a program. */
final class KfuncSignatureCheck {

    private KfuncSignatureCheck() {}

    /** @throws MarkerException if the declaration passes or expects something else; the message has both signatures */
    static void requireFit(String name, LocalType.Prototype kernel, Declared declared) {
        Type function = declared.type();
        List<Type> parameters = function.parameters();
        boolean fits = parameters.size() == kernel.parameters.size()
                && (function.returnType().isVoid() || fits(kernel.result, function.returnType()));
        for (int i = 0; fits && i < parameters.size(); i++) {
            fits = fits(kernel.parameters.get(i), parameters.get(i));
        }
        if (!fits) {
            throw new MarkerException(
                    "the kernel has " + text(name, kernel) + ", and it is declared as " + Declared.rust(function));
        }
    }

    private static boolean fits(@Nullable LocalType kernel, Type declared) {
        if (kernel instanceof LocalType.Pointer || kernel instanceof LocalType.Array) {
            return declared.isPointer();
        }
        if (kernel instanceof LocalType.Plain plain && plain.type instanceof BtfType.Int number) {
            int width = declared.integerWidth();
            boolean bool = (number.encoding() & BtfType.Int.BOOL) != 0;
            return width == number.size() * Byte.SIZE || (bool && width == 1);
        }
        if (kernel instanceof LocalType.Enumeration values) {
            return declared.integerWidth() == values.size * Byte.SIZE;
        }
        // A struct by value arrives in registers; LLVM chooses their types.
        return kernel instanceof LocalType.Composite && !declared.isPointer();
    }

    private static String text(String name, LocalType.Prototype prototype) {
        List<String> parameters = new ArrayList<>();
        for (int i = 0; i < prototype.parameters.size(); i++) {
            String parameter = prototype.names.get(i);
            parameters.add((parameter.isEmpty() ? "" : parameter + ": ") + word(prototype.parameters.get(i)));
        }
        return "fn " + name + "(" + String.join(", ", parameters) + ")"
                + (prototype.result == null ? "" : " -> " + word(prototype.result));
    }

    private static String word(@Nullable LocalType type) {
        if (type instanceof LocalType.Pointer pointer) {
            return "*" + (pointer.target == null ? "void" : word(pointer.target));
        }
        if (type instanceof LocalType.Composite composite) {
            return (composite.union ? "union " : "struct ") + composite.name;
        }
        if (type instanceof LocalType.Enumeration values) {
            return "enum " + values.name;
        }
        return type instanceof LocalType.Plain plain ? plain.type.name() : "void";
    }
}
