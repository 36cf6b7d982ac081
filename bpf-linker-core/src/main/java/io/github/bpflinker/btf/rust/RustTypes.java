package io.github.bpflinker.btf.rust;

import io.github.bpflinker.btf.Btf;
import io.github.bpflinker.btf.BtfType;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Rust names of the structs, unions and enumerations of a BTF, and expressions of all types. */
final class RustTypes {

    /** Names that mean something in generated code. */
    private static final Set<String> RESERVED = Set.of(
            "Field",
            "BitField",
            "Array",
            "Enum",
            "c_char",
            "c_void",
            "i8",
            "i16",
            "i32",
            "i64",
            "i128",
            "isize",
            "u8",
            "u16",
            "u32",
            "u64",
            "u128",
            "usize",
            "f32",
            "f64",
            "bool",
            "char",
            "str",
            "Self");

    /** How types inside structs are written. */
    interface Style {
        String array(String element, long count);

        /**
         * An enumeration.
         *
         * @param integer what holds its values
         */
        String enumeration(String name, String integer);
    }

    private final Btf btf;
    private final Style style;
    private final RustNames names = new RustNames(RESERVED);
    private final Map<Integer, String> named = new HashMap<>();
    /** Names of types that are declared and not defined, by their own names. */
    private final Map<String, String> opaque = new TreeMap<>();
    /** The types that expressions name. */
    private final BitSet used = new BitSet();
    /** Nested types without a name that were given one and are still to be written. */
    private final Deque<Integer> nested = new ArrayDeque<>();

    RustTypes(Btf btf, Style style) {
        this.btf = btf;
        this.style = style;
        Map<String, String> definitions = new HashMap<>();
        for (int id = 1; id < btf.typeCount(); id++) {
            BtfType type = btf.type(id);
            if (isDefinition(type) && !type.name().isEmpty()) {
                String name = names.unique(type.name());
                named.put(id, name);
                definitions.putIfAbsent(type.name(), name);
            }
        }
        for (int id = 1; id < btf.typeCount(); id++) {
            BtfType type = btf.type(id);
            if (isDeclaration(type)) {
                String known = definitions.get(type.name());
                named.put(id, known == null ? opaque.computeIfAbsent(type.name(), names::unique) : known);
            }
        }
        for (int id = 1; id < btf.typeCount(); id++) {
            if (btf.type(id) instanceof BtfType.Typedef typedef
                    && isDefinition(btf.type(typedef.type()))
                    && !named.containsKey(typedef.type())) {
                named.put(typedef.type(), names.unique(typedef.name()));
            }
        }
    }

    static boolean isDefinition(BtfType type) {
        return type instanceof BtfType.Composite
                || (type instanceof BtfType.Enumeration values
                        && !values.enumerators().isEmpty());
    }

    private static boolean isDeclaration(BtfType type) {
        return !type.name().isEmpty()
                && (type instanceof BtfType.Fwd
                        || (type instanceof BtfType.Enumeration values
                                && values.enumerators().isEmpty()));
    }

    /** The name of a struct, union or enumeration; empty if it has none. */
    String name(int id) {
        return named.getOrDefault(id, "");
    }

    /** Gives a nested struct, union or enumeration without a name one, after its place. */
    private String nestedName(int id, String place) {
        used.set(id);
        return named.computeIfAbsent(id, i -> {
            nested.add(i);
            return names.unique(place);
        });
    }

    /** Whether an expression named a struct, union or enumeration. */
    boolean isUsed(int id) {
        return used.get(id);
    }

    /** The next nested type to be written; -1 if there is none. */
    int nextNested() {
        return nested.isEmpty() ? -1 : nested.remove();
    }

    /** The names of types that are only declared. */
    Iterable<String> opaque() {
        return opaque.values();
    }

    /** Reserves a name for a typedef or constant; empty if it is taken. */
    String free(String name) {
        return names.isTaken(name) ? "" : names.unique(name);
    }

    /** The name of a type that the BTF does not have but support code uses; declares it. */
    void require(String name) {
        if (!names.isTaken(name)) {
            opaque.put(name, names.unique(name));
        }
    }

    /**
     * The type as Rust writes it.
     *
     * @param place a name for a nested type that has none, such as {@code task_struct__sched_info}
     */
    String expression(int start, String place) {
        int id = btf.strip(start);
        BtfType type = btf.type(id);
        return switch (type.kind()) {
            case INT -> integer((BtfType.Int) type);
            case FLOAT -> floating((BtfType.Float) type);
            case PTR -> pointer((BtfType.Ptr) type, place);
            case ARRAY -> {
                BtfType.Array array = (BtfType.Array) type;
                yield style.array(expression(array.element(), place), array.count());
            }
            case STRUCT, UNION, FWD -> nestedName(id, place);
            case ENUM, ENUM64 -> style.enumeration(nestedName(id, place), representation((BtfType.Enumeration) type));
            default -> "c_void";
        };
    }

    /** A type outside of structs, where an enumeration is the integer that holds its values. */
    String scalar(int id, String place) {
        return btf.type(btf.strip(id)) instanceof BtfType.Enumeration values
                ? representation(values)
                : expression(id, place);
    }

    private String pointer(BtfType.Ptr pointer, String place) {
        boolean constant = isConst(pointer.type());
        BtfType target = btf.type(btf.strip(pointer.type()));
        String what;
        if (target instanceof BtfType.FuncProto) {
            constant = true;
            what = "c_void";
        } else {
            what = scalar(pointer.type(), place);
        }
        return (constant ? "*const " : "*mut ") + what;
    }

    private boolean isConst(int start) {
        int id = start;
        while (btf.type(id) instanceof BtfType.Modifier modifier) {
            if (modifier instanceof BtfType.Const) {
                return true;
            }
            id = modifier.type();
        }
        return false;
    }

    private static String integer(BtfType.Int type) {
        if ((type.encoding() & BtfType.Int.BOOL) != 0 && type.size() == 1) {
            return "bool";
        }
        if (type.name().equals("char") && type.size() == 1) {
            // Signed or not, depending on kernel and architecture.
            return "c_char";
        }
        boolean signed = (type.encoding() & BtfType.Int.SIGNED) != 0;
        return (signed ? "i" : "u") + type.size() * Byte.SIZE;
    }

    private String floating(BtfType.Float type) {
        return type.size() == 4 || type.size() == 8 ? "f" + type.size() * Byte.SIZE : style.array("u8", type.size());
    }

    /** The integer that holds a value of an enumeration. */
    static String representation(BtfType.Enumeration type) {
        return (type.signed() ? "i" : "u") + type.size() * Byte.SIZE;
    }
}
