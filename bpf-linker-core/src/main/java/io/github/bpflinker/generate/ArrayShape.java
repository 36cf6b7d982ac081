package io.github.bpflinker.generate;

/**
 * An array in memory that has elements in Java. Dimensions become one, in the order of memory; the array behind a struct, as
 * long as its record, has a count of 0.
 */
sealed interface ArrayShape extends Shape {

    /** What it has several of. */
    Shape element();

    /** The number of elements; 0 if they are behind a struct. */
    long count();

    @Override
    default long size() {
        return element().size() * count();
    }

    @Override
    default String read(Imports imports, String memory, String at) {
        return read(imports, memory, at, String.valueOf(count()));
    }

    /** The expression that reads as many elements as an expression says. */
    String read(Imports imports, String memory, String at, String elements);

    /** The expression of the number of elements of a value. */
    default String length(String value) {
        return value + ".length";
    }

    /**
     * The statement that fails if a value has another number of elements.
     *
     * @param label of what has the value
     */
    default String check(Imports imports, String label, String value) {
        return imports.typed("Memory") + ".length(\"" + label + "\", " + length(value) + ", " + count() + ");";
    }

    /** The same with another number of elements. */
    ArrayShape withCount(long changed);

    /** Elements in a row. */
    static ArrayShape of(Shape element, long count) {
        if (element instanceof Scalar number) {
            return switch (number.kind()) {
                case U8 -> new Bytes(count);
                case S8 -> new Bytes(NumberKind.S8, count);
                default -> new Numbers(number.kind(), count);
            };
        }
        if (element instanceof EnumNumber constant && constant.number() instanceof Scalar number) {
            return of(number, count);
        }
        return element instanceof ArrayShape row ? row.withCount(row.count() * count) : new Elements(element, count);
    }

    /**
     * Bytes, or something that Java has no type for.
     *
     * @param kind of one of them
     */
    record Bytes(NumberKind kind, long count) implements ArrayShape {
        Bytes(long count) {
            this(NumberKind.U8, count);
        }

        @Override
        public Shape element() {
            return new Scalar(kind);
        }

        @Override
        public ArrayShape withCount(long changed) {
            return new Bytes(kind, changed);
        }

        @Override
        public String type(Imports imports) {
            return "byte[]";
        }

        @Override
        public String read(Imports imports, String memory, String at, String elements) {
            return imports.typed("Memory") + ".bytes(" + memory + ", " + at + ", " + elements + ")";
        }

        @Override
        public String write(Imports imports, String memory, String at, String value) {
            return imports.typed("Memory") + ".putBytes(" + memory + ", " + at + ", " + value + ");";
        }

        @Override
        public boolean isArray() {
            return true;
        }
    }

    /** Numbers of more than a byte, or truth values. */
    record Numbers(NumberKind kind, long count) implements ArrayShape {
        @Override
        public Shape element() {
            return new Scalar(kind);
        }

        @Override
        public ArrayShape withCount(long changed) {
            return new Numbers(kind, changed);
        }

        @Override
        public String type(Imports imports) {
            return kind.type() + "[]";
        }

        @Override
        public String read(Imports imports, String memory, String at, String elements) {
            return imports.typed("NumberArrays") + "." + kind.method() + "(" + memory + ", " + at + ", " + elements
                    + ")";
        }

        @Override
        public String write(Imports imports, String memory, String at, String value) {
            return imports.typed("NumberArrays") + "." + kind.putMethod() + "(" + memory + ", " + at + ", " + value
                    + ");";
        }

        @Override
        public boolean isArray() {
            return true;
        }
    }

    /** Something else, in a list. */
    record Elements(Shape element, long count) implements ArrayShape {
        @Override
        public ArrayShape withCount(long changed) {
            return new Elements(element, changed);
        }

        @Override
        public String type(Imports imports) {
            return imports.use("java.util.List") + "<" + element.boxed(imports) + ">";
        }

        @Override
        public String length(String value) {
            return value + ".size()";
        }

        @Override
        public String read(Imports imports, String memory, String at, String elements) {
            return imports.typed("Memory") + ".list(" + elements + ", i -> "
                    + element.read(imports, memory, at + " + i * " + element.size()) + ")";
        }

        @Override
        public String write(Imports imports, String memory, String at, String value) {
            return "for (int i = 0; i < " + value + ".size(); i++) {\n"
                    + element.write(imports, memory, at + " + i * " + element.size(), value + ".get(i)") + "\n}";
        }
    }
}
