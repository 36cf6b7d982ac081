package io.github.bpflinker.generate;

import java.util.Locale;

/**
 * How a C type looks in Java: its type, and the expressions that read it from memory and write it. Positions are expressions,
 * too.
 */
sealed interface Shape {

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

    /** The numbers of Java's memory, by their methods of {@code Memory}. */
    enum Kind {
        BOOL("boolean", "Boolean", 1),
        S8("byte", "Byte", 1),
        U8("int", "Integer", 1),
        S16("short", "Short", 2),
        U16("int", "Integer", 2),
        S32("int", "Integer", 4),
        U32("long", "Long", 4),
        S64("long", "Long", 8),
        BE16("int", "Integer", 2),
        BE32("long", "Long", 4),
        BE64("long", "Long", 8),
        F32("float", "Float", 4),
        F64("double", "Double", 8);

        private final String type;
        private final String boxed;
        private final int size;

        Kind(String type, String boxed, int size) {
            this.type = type;
            this.boxed = boxed;
            this.size = size;
        }

        String type() {
            return type;
        }

        int size() {
            return size;
        }

        /** The method that reads it. */
        String method() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The method that writes it. */
        String putMethod() {
            return "put" + JavaNames.capitalized(method());
        }
    }

    /** A number, truth value or pointer. */
    record Scalar(Kind kind) implements Shape {
        @Override
        public long size() {
            return kind.size;
        }

        @Override
        public String type(Imports imports) {
            return kind.type;
        }

        @Override
        public String boxed(Imports imports) {
            return kind.boxed;
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
            return kind.type.equals("long") || kind.type.equals("double") ? 2 : 1;
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

    /** Bytes, or something that Java has no type for. */
    record Bytes(long size) implements Shape {
        @Override
        public String type(Imports imports) {
            return "byte[]";
        }

        @Override
        public String read(Imports imports, String memory, String at) {
            return imports.typed("Memory") + ".bytes(" + memory + ", " + at + ", " + size + ")";
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

    /** An array of numbers, of as many dimensions as it may have. */
    record Numbers(Kind kind, long count) implements Shape {
        @Override
        public long size() {
            return kind.size * count;
        }

        @Override
        public String type(Imports imports) {
            return kind.type + "[]";
        }

        @Override
        public String read(Imports imports, String memory, String at) {
            return read(imports, memory, at, String.valueOf(count));
        }

        String read(Imports imports, String memory, String at, String elements) {
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

    /** An array of something else. */
    record Elements(Shape element, long count) implements Shape {
        @Override
        public long size() {
            return element.size() * count;
        }

        @Override
        public String type(Imports imports) {
            return imports.use("java.util.List") + "<" + element.boxed(imports) + ">";
        }

        @Override
        public String read(Imports imports, String memory, String at) {
            return read(imports, memory, at, String.valueOf(count));
        }

        String read(Imports imports, String memory, String at, String elements) {
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
