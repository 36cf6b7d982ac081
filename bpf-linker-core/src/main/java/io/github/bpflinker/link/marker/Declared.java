package io.github.bpflinker.link.marker;

import io.github.bpflinker.llvm.Function;
import io.github.bpflinker.llvm.GlobalValue;
import io.github.bpflinker.llvm.IrInstruction;
import io.github.bpflinker.llvm.Type;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The declaration of a marker in a program.
 *
 * @param marker what its name says
 * @param value the declaration
 */
record Declared(Marker marker, GlobalValue value) {

    boolean isFunction() {
        return value instanceof Function;
    }

    /** The signature of a function or the type of a variable. */
    Type type() {
        return value.valueType();
    }

    /**
     * Checks the signature of the declaration and of all calls.
     *
     * @param signature in the syntax of IR
     * @param rust the same in Rust, for the message
     */
    void requireSignature(String signature, String rust) {
        if (!isFunction()) {
            throw new MarkerException("it is a static here, and must be declared as " + rust);
        }
        requireCalls(signature, rust);
        if (!type().text().equals(signature)) {
            throw differs(type(), rust);
        }
    }

    private void requireCalls(String signature, String rust) {
        for (IrInstruction use : value.usingInstructions()) {
            Optional<Type> called = use.calledFunction()
                    .filter(function -> function.equals(value))
                    .flatMap(function -> use.calledType());
            if (called.isPresent() && !called.get().text().equals(signature)) {
                throw differs(called.get(), rust);
            }
        }
    }

    private static MarkerException differs(Type type, String rust) {
        return new MarkerException("it is declared as " + rust(type) + ", and must be " + rust);
    }

    /** A signature in the terms of Rust. Signs are not known. */
    static String rust(Type function) {
        List<Type> parameters = function.parameters();
        String text = parameters.stream().map(Declared::word).collect(Collectors.joining(", ", "fn(", ")"));
        return function.returnType().isVoid() ? text : text + " -> " + word(function.returnType());
    }

    private static String word(Type type) {
        if (type.isPointer()) {
            return "pointer";
        }
        int width = type.integerWidth();
        return width == 1 ? "bool" : width > 0 ? "u" + width : type.text().toLowerCase(Locale.ROOT);
    }
}
