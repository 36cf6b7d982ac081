package io.github.bpflinker.generate;

/**
 * How a C type looks in Java: its type, and the expressions that read it from memory and write it. Positions are expressions,
 * too.
 */
sealed interface Shape
        permits ArrayShape,
                Shape.Scalar,
                Shape.EnumNumber,
                Shape.BitField,
                Shape.Wide,
                Shape.Address,
                Shape.Struct,
                Shape.Characters {

    /** In bytes; 0 for the elements behind a struct. */
    long size();

    /** The type of its values. */
    String type(Imports imports);

    /** The type where Java takes only objects. */
    default String boxed(Imports imports) {
        return type(imports);
    }

    /** The expression that reads it. */
    String read(Imports imports, String memory, String at);

    /** The statement that writes it. */
    String write(Imports imports, String memory, String at, String value);

    /** Whether values are Java arrays, which are compared by identity and can be changed. */
    default boolean isArray() {
        return false;
    }

    /** How many of the 255 places for parameters it takes. */
    default int places() {
        return 1;
    }

    /** A number, truth value or pointer. */
    record Scalar(NumberKind kind) implements Shape {
        @Override
        public long size() {
            return kind.size();
        }

        @Override
        public String type(Imports imports) {
            return kind.type();
        }

        @Override
        public String boxed(Imports imports) {
            return kind.boxed();
        }

        @Override
        public String read(Imports imports, String memory, String at) {
            return imports.typed("Memory") + "." + kind.method() + "(" + memory + ", " + at + ")";
        }

        @Override
        public String write(Imports imports, String memory, String at, String value) {
            return imports.typed("Memory") + "." + kind.putMethod() + "(" + memory + ", " + at + ", " + value + ");";
        }

        @Override
        public int places() {
            return kind.type().equals("long") || kind.type().equals("double") ? 2 : 1;
        }
    }

    /** A number of an enumeration: read as the number, so that one that the enumeration does not have is kept. */
    record EnumNumber(Shape number, ClassName enumeration) implements Shape {
        @Override
        public long size() {
            return number.size();
        }

        @Override
        public String type(Imports imports) {
            return number.type(imports);
        }

        @Override
        public String boxed(Imports imports) {
            return number.boxed(imports);
        }

        @Override
        public String read(Imports imports, String memory, String at) {
            return number.read(imports, memory, at);
        }

        @Override
        public String write(Imports imports, String memory, String at, String value) {
            return number.write(imports, memory, at, value);
        }

        @Override
        public int places() {
            return number.places();
        }
    }

    /**
     * A bit-field.
     *
     * @param bit of its first bit in the byte that it is read from
     */
    record BitField(int bit, int bits, boolean signed, boolean truth) implements Shape {
        @Override
        public long size() {
            return 0;
        }

        private boolean isInt() {
            return bits < Integer.SIZE || (signed && bits == Integer.SIZE);
        }

        @Override
        public String type(Imports imports) {
            return truth ? "boolean" : isInt() ? "int" : "long";
        }

        @Override
        public String boxed(Imports imports) {
            return truth ? "Boolean" : isInt() ? "Integer" : "Long";
        }

        @Override
        public String read(Imports imports, String memory, String at) {
            String call = imports.typed("Bits") + (signed ? ".signed(" : ".unsigned(") + memory + ", " + at + ", " + bit
                    + ", " + bits + ")";
            return truth ? call + " != 0" : isInt() ? "(int) " + call : call;
        }

        @Override
        public String write(Imports imports, String memory, String at, String value) {
            return imports.typed("Bits") + (signed ? ".putSigned(" : ".putUnsigned(") + memory + ", " + at + ", " + bit
                    + ", " + bits + ", " + (truth ? value + " ? 1 : 0" : value) + ");";
        }

        @Override
        public int places() {
            return truth || isInt() ? 1 : 2;
        }
    }

    /** A number of 16 bytes. */
    record Wide(boolean signed) implements Shape {
        @Override
        public long size() {
            return 16;
        }

        @Override
        public String type(Imports imports) {
            return imports.use("java.math.BigInteger");
        }

        @Override
        public String read(Imports imports, String memory, String at) {
            return imports.typed("Memory") + (signed ? ".s128(" : ".u128(") + memory + ", " + at + ")";
        }

        @Override
        public String write(Imports imports, String memory, String at, String value) {
            return imports.typed("Memory") + (signed ? ".putS128(" : ".putU128(") + memory + ", " + at + ", " + value
                    + ");";
        }
    }

    /** {@code struct in_addr} or {@code struct in6_addr}. */
    record Address(long size) implements Shape {
        @Override
        public String type(Imports imports) {
            return imports.use(size == 4 ? "java.net.Inet4Address" : "java.net.Inet6Address");
        }

        @Override
        public String read(Imports imports, String memory, String at) {
            return imports.typed("Memory") + (size == 4 ? ".inet4(" : ".inet6(") + memory + ", " + at + ")";
        }

        @Override
        public String write(Imports imports, String memory, String at, String value) {
            return imports.typed("Memory") + ".putInet(" + memory + ", " + at + ", " + value + ");";
        }
    }

    /** A struct or union. */
    record Struct(ClassName name, long size) implements Shape {
        @Override
        public String type(Imports imports) {
            return imports.generated(name);
        }

        @Override
        public String read(Imports imports, String memory, String at) {
            return imports.generated(name) + ".TYPE.read(" + memory + ", " + at + ")";
        }

        @Override
        public String write(Imports imports, String memory, String at, String value) {
            return imports.generated(name) + ".TYPE.write(" + value + ", " + memory + ", " + at + ");";
        }
    }

    /** {@code char[]}. */
    record Characters(long size) implements Shape {
        @Override
        public String type(Imports imports) {
            return "String";
        }

        @Override
        public String read(Imports imports, String memory, String at) {
            return imports.typed("Text") + ".read(" + memory + ", " + at + ", " + size + ")";
        }

        @Override
        public String write(Imports imports, String memory, String at, String value) {
            return imports.typed("Text") + ".write(" + memory + ", " + at + ", " + size + ", " + value + ");";
        }
    }
}
