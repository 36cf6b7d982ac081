package io.github.bpflinker.btf.rust;

import io.github.bpflinker.btf.BtfType;
import io.github.bpflinker.btf.BtfType.Enumerator;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Writes enumerations. One with a name becomes a Rust enum, of which only names and values are used: as C permits any
 * value, what is read is the integer that holds it. Values of others become constants.
 *
 * <p>A value that follows the one before is not written, since rustc takes its time for each expression.
 */
final class RustEnums {

    private RustEnums() {}

    static void named(String name, BtfType.Enumeration type, Appendable out) throws IOException {
        out.append("#[repr(")
                .append(RustTypes.representation(type))
                .append(")]pub enum ")
                .append(name)
                .append("{");
        RustNames names = new RustNames(Set.of());
        // Rust has one name for each value; others are constants.
        Map<Long, String> byValue = new HashMap<>();
        StringBuilder constants = new StringBuilder();
        long next = 0;
        for (Enumerator enumerator : type.enumerators()) {
            String own = names.unique(enumerator.name());
            long value = value(type, enumerator);
            String first = byValue.putIfAbsent(value, own);
            if (first == null) {
                out.append(own).append(value == next ? "," : "=" + text(type, value) + ",");
                next = value + 1;
            } else {
                constants
                        .append("pub const ")
                        .append(own)
                        .append(":Self=Self::")
                        .append(first)
                        .append(";");
            }
        }
        out.append("}");
        if (!constants.isEmpty()) {
            out.append("impl ").append(name).append("{").append(constants).append("}");
        }
        out.append('\n');
    }

    static void constants(BtfType.Enumeration type, RustNames names, Appendable out) throws IOException {
        for (Enumerator enumerator : type.enumerators()) {
            if (!names.isTaken(enumerator.name())) {
                out.append("pub const ")
                        .append(names.unique(enumerator.name()))
                        .append(":")
                        .append(RustTypes.representation(type))
                        .append("=")
                        .append(text(type, value(type, enumerator)))
                        .append(";");
            }
        }
        out.append('\n');
    }

    /** The value as its integer type holds it: compilers describe negative values in unsigned enumerations, too. */
    private static long value(BtfType.Enumeration type, Enumerator enumerator) {
        int unused = Long.SIZE - (int) type.size() * Byte.SIZE;
        long value = enumerator.value() << unused;
        return type.signed() ? value >> unused : value >>> unused;
    }

    private static String text(BtfType.Enumeration type, long value) {
        return type.signed() ? Long.toString(value) : Long.toUnsignedString(value);
    }
}
