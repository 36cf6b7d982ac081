package io.github.bpflinker.generate;

import io.github.bpflinker.generate.Shape.Characters;
import io.github.bpflinker.generate.Shape.Elements;
import io.github.bpflinker.generate.Shape.EnumNumber;
import io.github.bpflinker.generate.Shape.Numbers;
import io.github.bpflinker.generate.Shape.Scalar;

/** Arrays without a length, whose elements lie behind their struct. */
final class Flexible {

    private Flexible() {}

    /** The shape of all elements together. */
    static Shape whole(Shape element) {
        if (element instanceof Characters) {
            return new Characters(0);
        }
        Shape plain = element instanceof EnumNumber number ? number.number() : element;
        if (plain instanceof Scalar number) {
            boolean single = number.kind() == Shape.Kind.U8 || number.kind() == Shape.Kind.S8;
            return single ? new Shape.Bytes(0) : new Numbers(number.kind(), 0);
        }
        return new Elements(element, 0);
    }

    /**
     * The expression that reads all elements.
     *
     * @param rest the expression of the bytes that they have
     */
    static String read(Shape element, Imports imports, String memory, String at, String rest) {
        Shape whole = whole(element);
        String count = element.size() == 1 ? rest : "(" + rest + ") / " + element.size();
        if (whole instanceof Characters) {
            return imports.typed("Text") + ".read(" + memory + ", " + at + ", " + rest + ")";
        }
        if (whole instanceof Numbers numbers) {
            return numbers.read(imports, memory, at, count);
        }
        if (whole instanceof Elements elements) {
            return elements.read(imports, memory, at, count);
        }
        return imports.typed("Memory") + ".bytes(" + memory + ", " + at + ", " + count + ")";
    }

    /** The expression of the number of elements, or bytes of text, in a kept value. */
    static String count(Shape element, Imports imports, String value) {
        Shape whole = whole(element);
        if (whole instanceof Characters) {
            return imports.typed("Text") + ".encode(" + value + ").length";
        }
        return whole instanceof Elements ? value + ".size()" : value + ".length";
    }

    /** The statement that writes all elements. */
    static String write(Shape element, Imports imports, String memory, String at, String value) {
        Shape whole = whole(element);
        if (whole instanceof Characters) {
            return imports.typed("Memory") + ".putBytes(" + memory + ", " + at + ", " + imports.typed("Text")
                    + ".encode(" + value + "));";
        }
        return whole.write(imports, memory, at, value);
    }
}
