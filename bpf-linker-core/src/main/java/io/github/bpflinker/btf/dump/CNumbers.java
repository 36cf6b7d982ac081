package io.github.bpflinker.btf.dump;

import io.github.bpflinker.btf.BtfType;
import java.util.List;
import java.util.Set;

/** Maps numeric types of BTF to C types. Names of Rust types, such as {@code u8}, need a typedef. */
final class CNumbers {

    private static final Set<String> WORDS =
            Set.of("char", "short", "int", "long", "signed", "unsigned", "__int128", "_Bool");

    private static final int BITS = 8;
    private static final long MAX_SIZE = 1L << 40;

    private CNumbers() {}

    /** Whether the name is not a C type, or is a C type of another size. */
    static boolean needsTypedef(BtfType type, int pointerSize) {
        if (type instanceof BtfType.Int integer) {
            return sizeOf(integer.name(), pointerSize) != integer.size();
        }
        return type instanceof BtfType.Float number && sizeOfFloat(number.name()) != number.size();
    }

    /** The size of the integer type of that name; -1 if C has none. */
    private static long sizeOf(String name, int pointerSize) {
        List<String> words = List.of(name.split(" ", -1));
        if (!WORDS.containsAll(words)) {
            return -1;
        }
        if (words.contains("char") || words.contains("_Bool")) {
            return 1;
        }
        if (words.contains("short")) {
            return 2;
        }
        if (words.contains("__int128")) {
            return 16;
        }
        long longs = words.stream().filter("long"::equals).count();
        return longs == 0 ? 4 : longs == 1 ? pointerSize : 8;
    }

    private static long sizeOfFloat(String name) {
        return name.equals("float") ? 4 : name.equals("double") ? 8 : -1;
    }

    /** The declaration of {@code name} in the typedef of such a type. */
    static String declaration(BtfType type, String name) {
        if (type instanceof BtfType.Float number) {
            String base = number.size() == 4 ? "float" : number.size() == 8 ? "double" : "";
            return base.isEmpty() ? bytes(name, number.size()) : base + " " + name;
        }
        BtfType.Int integer = (BtfType.Int) type;
        String base = integer(integer);
        return base.isEmpty() ? bytes(name, integer.size()) : base + " " + name;
    }

    /** The C integer type with the same size and signedness; empty if there is none. */
    static String integer(BtfType.Int type) {
        if ((type.encoding() & BtfType.Int.BOOL) != 0 && type.size() == 1) {
            return "_Bool";
        }
        return ofSize(type.size(), (type.encoding() & BtfType.Int.SIGNED) != 0);
    }

    /** The C integer type of that size in bytes; empty if there is none. */
    static String ofSize(long size, boolean signed) {
        String sign = signed ? "" : "unsigned ";
        return switch ((int) Math.min(size, Integer.MAX_VALUE)) {
            case 1 -> signed ? "signed char" : "unsigned char";
            case 2 -> sign + "short";
            case 4 -> sign + "int";
            case 8 -> sign + "long long";
            case 16 -> sign + "__int128";
            default -> "";
        };
    }

    /** Whether the type is declared as an array of bytes because C has no type of its size. */
    static boolean isBytes(BtfType type) {
        if (type instanceof BtfType.Float number) {
            return number.size() != 4 && number.size() != 8;
        }
        return type instanceof BtfType.Int integer && integer(integer).isEmpty();
    }

    private static String bytes(String name, long size) {
        return "unsigned char " + name + "[" + size + "]";
    }

    /** The size in bits, limited to a value above the size of any struct. */
    static long bits(long bytes) {
        return Math.min(bytes, MAX_SIZE) * BITS;
    }
}
