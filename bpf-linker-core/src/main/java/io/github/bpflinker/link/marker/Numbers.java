package io.github.bpflinker.link.marker;

import io.github.bpflinker.btf.BtfType;
import org.jspecify.annotations.Nullable;

/** Numbers under names that tell their size and sign. */
final class Numbers {

    private static final String CHAR = "char";
    private static final String BOOL = "bool";

    /** The type that libbpf expects of a configuration value that is y, n or m. */
    private static final String TRISTATE = "libbpf_tristate";

    private Numbers() {}

    /** A number of a kernel. The sign of {@code char} differs between kernels, so it keeps its name. */
    static BtfType.Int canonical(BtfType.Int number) {
        if ((number.encoding() & BtfType.Int.BOOL) != 0) {
            return integer(BOOL, number.size(), BtfType.Int.BOOL);
        }
        if (number.name().equals(CHAR)) {
            return character();
        }
        boolean signed = (number.encoding() & BtfType.Int.SIGNED) != 0;
        return integer(
                (signed ? "i" : "u") + number.size() * Byte.SIZE, number.size(), signed ? BtfType.Int.SIGNED : 0);
    }

    /** The number that a marker names; null for {@code void}. */
    static @Nullable LocalType named(String name) {
        return switch (name) {
            case "void" -> null;
            case BOOL -> new LocalType.Plain(integer(BOOL, 1, BtfType.Int.BOOL));
            case CHAR -> new LocalType.Plain(character());
            case "tristate" -> tristate();
            case "f32", "f64" -> new LocalType.Plain(new BtfType.Float(name, bytes(name)));
            default -> new LocalType.Plain(integer(name, bytes(name), name.startsWith("i") ? BtfType.Int.SIGNED : 0));
        };
    }

    /** A bit-field. Relocations compare neither its width nor the size of its number. */
    static LocalType.Member bitField(LocalType type) {
        if (type instanceof LocalType.Plain plain && plain.type instanceof BtfType.Int number) {
            boolean signed = (number.encoding() & BtfType.Int.SIGNED) != 0;
            return new LocalType.Member(
                    new LocalType.Plain(
                            integer(signed ? "i32" : "u32", Integer.BYTES, number.encoding() & BtfType.Int.SIGNED)),
                    1);
        }
        return new LocalType.Member(type, 1);
    }

    private static LocalType tristate() {
        LocalType.Enumeration values = new LocalType.Enumeration(TRISTATE, Integer.BYTES, false);
        values.names.add("TRI_NO");
        return values;
    }

    private static long bytes(String name) {
        return Long.parseLong(name.substring(1)) / Byte.SIZE;
    }

    private static BtfType.Int character() {
        return integer(CHAR, 1, BtfType.Int.SIGNED);
    }

    private static BtfType.Int integer(String name, long size, int encoding) {
        return new BtfType.Int(name, size, encoding, 0, (int) size * Byte.SIZE);
    }
}
