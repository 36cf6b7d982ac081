package io.github.bpflinker.generate;

import io.github.bpflinker.generate.Shape.Characters;

/** Arrays without a length, whose elements lie behind their struct. Text is an array of bytes here. */
final class Flexible {

    private Flexible() {}

    /** The size of an element in bytes. */
    static long step(Shape shape) {
        return shape instanceof ArrayShape array ? array.element().size() : 1;
    }

    /**
     * The expression of the number of elements.
     *
     * @param rest the expression of the bytes that they have
     */
    static String count(Shape shape, String rest) {
        long step = step(shape);
        return step == 1 ? rest : (rest.contains(" ") ? "(" + rest + ")" : rest) + " / " + step;
    }

    /**
     * The expression that reads all elements.
     *
     * @param rest the expression of the bytes that they have
     */
    static String read(Shape shape, Imports imports, String memory, String at, String rest) {
        return shape instanceof ArrayShape array
                ? array.read(imports, memory, at, count(shape, rest))
                : imports.typed("Text") + ".read(" + memory + ", " + at + ", " + rest + ")";
    }

    /** The expression of the number of elements in a kept value. */
    static String length(Shape shape, Imports imports, String value) {
        return shape instanceof ArrayShape array
                ? array.length(value)
                : imports.typed("Text") + ".encode(" + value + ").length";
    }

    /** The statement that writes all elements. */
    static String write(Shape shape, Imports imports, String memory, String at, String value) {
        return shape instanceof Characters
                ? imports.typed("Memory") + ".putBytes(" + memory + ", " + at + ", " + imports.typed("Text")
                        + ".encode(" + value + "));"
                : shape.write(imports, memory, at, value);
    }
}
