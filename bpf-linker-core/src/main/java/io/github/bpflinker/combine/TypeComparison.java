package io.github.bpflinker.combine;

import io.github.bpflinker.btf.Btf;
import io.github.bpflinker.btf.BtfType;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Compares the types of a symbol in two inputs as C compares declarations: names of typedefs and qualifiers don't
 * matter, structs behind pointers are the same if their names are. Maps have to agree in each attribute.
 */
final class TypeComparison {

    private static final String MAPS = ".maps";

    private final Btf one;
    private final Btf other;
    private final Set<Long> compared = new HashSet<>();

    private TypeComparison(Btf one, Btf other) {
        this.one = one;
        this.other = other;
    }

    /**
     * The first difference, in words that name what the first type has and the second has not.
     *
     * @param id of a function or variable in {@code one}
     * @param otherId of one in {@code other}
     */
    static Optional<String> difference(Btf one, int id, Btf other, int otherId) {
        return new TypeComparison(one, other).declarations(id, otherId);
    }

    private Optional<String> declarations(int id, int otherId) {
        BtfType a = one.type(id);
        BtfType b = other.type(otherId);
        if (a.kind() != b.kind()) {
            return Optional.of("it is " + kind(a) + " in one and " + kind(b) + " in the other");
        }
        int type = a.reference(0);
        int otherType = b.reference(0);
        boolean areMaps = isMap(one, id) && isMap(other, otherId);
        return areMaps ? maps(type, otherType) : values("it", type, otherType);
    }

    private static String kind(BtfType type) {
        return type instanceof BtfType.Func ? "a function" : "a variable";
    }

    private static boolean isMap(Btf btf, int variable) {
        return btf.types().stream()
                .anyMatch(type -> type instanceof BtfType.Datasec section
                        && section.name().equals(MAPS)
                        && section.vars().stream().anyMatch(entry -> entry.type() == variable));
    }

    private Optional<String> prototypes(BtfType.FuncProto a, BtfType.FuncProto b) {
        if (a.params().size() != b.params().size()) {
            return Optional.of("it has " + a.params().size() + " arguments in one and "
                    + b.params().size() + " in the other");
        }
        Optional<String> difference = values("its result", a.result(), b.result());
        for (int i = 0; difference.isEmpty() && i < a.params().size(); i++) {
            difference = values(
                    "argument " + (i + 1),
                    a.params().get(i).type(),
                    b.params().get(i).type());
        }
        return difference;
    }

    private Optional<String> maps(int id, int otherId) {
        if (!(one.type(one.strip(id)) instanceof BtfType.Struct a)
                || !(other.type(other.strip(otherId)) instanceof BtfType.Struct b)) {
            return values("it", id, otherId);
        }
        Map<String, BtfType.Member> attributes = byName(a.members());
        Map<String, BtfType.Member> otherAttributes = byName(b.members());
        Set<String> names = new TreeSet<>(attributes.keySet());
        names.addAll(otherAttributes.keySet());
        for (String name : names) {
            BtfType.Member first = attributes.get(name);
            BtfType.Member second = otherAttributes.get(name);
            if (first == null || second == null) {
                return Optional.of("only one of them has the attribute " + name);
            }
            Optional<String> difference = values("its " + name, target(one, first), target(other, second));
            if (difference.isPresent()) {
                return difference;
            }
        }
        return Optional.empty();
    }

    private static Map<String, BtfType.Member> byName(List<BtfType.Member> members) {
        Map<String, BtfType.Member> byName = new HashMap<>();
        members.forEach(member -> byName.put(member.name(), member));
        return byName;
    }

    /** Attributes are pointers to what they say, so that the map's definition has no content. */
    private static int target(Btf btf, BtfType.Member attribute) {
        int id = btf.strip(attribute.type());
        return btf.type(id) instanceof BtfType.Ptr pointer ? pointer.type() : id;
    }

    private Optional<String> values(String what, int id, int otherId) {
        int a = one.strip(id);
        int b = other.strip(otherId);
        if (!compared.add((long) a << 32 | b)) {
            return Optional.empty();
        }
        BtfType type = one.type(a);
        BtfType otherType = other.type(b);
        if (type instanceof BtfType.Ptr pointer && otherType instanceof BtfType.Ptr otherPointer) {
            return targets(what, pointer.type(), otherPointer.type());
        }
        if (type instanceof BtfType.Array array && otherType instanceof BtfType.Array otherArray) {
            boolean known = array.count() != 0 && otherArray.count() != 0;
            return known && array.count() != otherArray.count()
                    ? different(what, a, b)
                    : values("an element of " + what, array.element(), otherArray.element());
        }
        if (type instanceof BtfType.FuncProto prototype && otherType instanceof BtfType.FuncProto otherPrototype) {
            return prototypes(prototype, otherPrototype);
        }
        boolean same = type.kind() == otherType.kind()
                && one.sizeOf(a).equals(other.sizeOf(b))
                && (isNumber(type) || type.name().equals(otherType.name()))
                && haveEqualMembers(type, otherType);
        return same ? Optional.empty() : different(what, a, b);
    }

    private static boolean isNumber(BtfType type) {
        return type instanceof BtfType.Int;
    }

    private boolean haveEqualMembers(BtfType type, BtfType otherType) {
        if (!(type instanceof BtfType.Composite composite) || !(otherType instanceof BtfType.Composite second)) {
            return true;
        }
        if (composite.members().size() != second.members().size()) {
            return false;
        }
        for (int i = 0; i < composite.members().size(); i++) {
            BtfType.Member member = composite.members().get(i);
            BtfType.Member otherMember = second.members().get(i);
            boolean equal = member.name().equals(otherMember.name())
                    && member.bitOffset() == otherMember.bitOffset()
                    && values("a member", member.type(), otherMember.type()).isEmpty();
            if (!equal) {
                return false;
            }
        }
        return true;
    }

    /** What pointers refer to: the overall kind and, for structs, the name, whatever their content. */
    private Optional<String> targets(String what, int id, int otherId) {
        int a = one.strip(id);
        int b = other.strip(otherId);
        BtfType type = one.type(a);
        BtfType otherType = other.type(b);
        if (isComposite(type) && isComposite(otherType)) {
            return type.name().equals(otherType.name()) ? Optional.empty() : different(what, a, b);
        }
        boolean isAny = type instanceof BtfType.Void || otherType instanceof BtfType.Void;
        return isAny ? Optional.empty() : values("the target of " + what, a, b);
    }

    private static boolean isComposite(BtfType type) {
        return type instanceof BtfType.Composite || type instanceof BtfType.Fwd;
    }

    private Optional<String> different(String what, int a, int b) {
        return Optional.of(what + " is " + describe(one, a) + " in one and " + describe(other, b) + " in the other");
    }

    private static String describe(Btf btf, int id) {
        BtfType type = btf.type(id);
        if (type instanceof BtfType.Void) {
            return "void";
        }
        String name = type.name().isEmpty() ? "" : " " + type.name();
        String size = btf.sizeOf(id).isPresent() ? " of " + btf.sizeOf(id).getAsLong() + " bytes" : "";
        return switch (type.kind()) {
            case INT, FLOAT -> type.name() + size;
            case PTR -> "a pointer";
            case ARRAY -> "an array of " + ((BtfType.Array) type).count() + " elements";
            case STRUCT -> "struct" + name + size;
            case UNION -> "union" + name + size;
            case ENUM, ENUM64 -> "enum" + name + size;
            case FUNC_PROTO -> "a function";
            default -> type.kind().name().toLowerCase(Locale.ROOT) + name;
        };
    }
}
