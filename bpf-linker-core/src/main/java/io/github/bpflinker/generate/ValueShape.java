package io.github.bpflinker.generate;

import io.github.bpflinker.generate.Shape.EnumNumber;
import io.github.bpflinker.generate.Shape.Struct;

/** Keys and values of maps: their types and the expressions of their codecs. */
final class ValueShape {

    private final Shape shape;
    private final Imports imports;

    ValueShape(Shape shape, Imports imports) {
        this.shape = shape;
        this.imports = imports;
    }

    /** As an argument of a type. */
    String type() {
        return shape instanceof EnumNumber number ? imports.generated(number.enumeration()) : shape.boxed(imports);
    }

    String codec() {
        if (shape instanceof Struct struct) {
            return imports.generated(struct.name()) + ".TYPE";
        }
        if (shape instanceof EnumNumber number) {
            String name = imports.generated(number.enumeration());
            return codec(
                    name + ".of(" + shape.read(imports, "memory", "at") + ")",
                    shape.write(imports, "memory", "at", "value.value()"));
        }
        if (shape instanceof Shape.Scalar number) {
            String memory = imports.typed("Memory");
            return imports.typed("ValueCodec") + ".of(" + shape.size() + ", " + memory + "::"
                    + number.kind().method() + ", " + memory + "::"
                    + number.kind().putMethod() + ")";
        }
        return codec(shape.read(imports, "memory", "at"), checkedWrite("memory", "at"));
    }

    /** The statements that write {@code value}, whose length is checked if it is an array. */
    String checkedWrite(String memory, String at) {
        String write = shape.write(imports, memory, at, "value");
        return shape instanceof ArrayShape array ? array.check(imports, "value", "value") + "\n" + write : write;
    }

    private String codec(String read, String write) {
        return imports.typed("ValueCodec") + ".of(" + shape.size() + ", (memory, at) -> " + read
                + ", (memory, at, value) -> {\n" + write + "\n})";
    }
}
