package io.github.bpflinker.generate;

import java.util.Locale;

/** The numbers of Java's memory, by their methods of {@code Memory}. */
enum NumberKind {
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

    NumberKind(String type, String boxed, int size) {
        this.type = type;
        this.boxed = boxed;
        this.size = size;
    }

    /** The type of Java that has all its values. */
    String type() {
        return type;
    }

    String boxed() {
        return boxed;
    }

    /** In bytes. */
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
