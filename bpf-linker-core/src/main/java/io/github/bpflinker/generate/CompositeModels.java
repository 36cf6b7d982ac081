package io.github.bpflinker.generate;

import io.github.bpflinker.btf.Btf;
import io.github.bpflinker.btf.BtfType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntFunction;

/** Builds the models of structs, unions and enumerations from BTF. */
final class CompositeModels {

    /** What views and records have already. */
    private static final Set<String> RESERVED =
            Set.of("memory", "at", "rest", "inside", "moveTo", "leave", "keep", "read", "write", "rawMemory");

    /** A constructor takes 255 places, and the methods of a record need some. */
    private static final int MOST_PLACES = 200;

    private final Btf btf;
    private final Shapes shapes;
    private final TypeText text;

    CompositeModels(TypeCatalog catalog) {
        this.btf = catalog.btf();
        this.shapes = new Shapes(catalog);
        this.text = new TypeText(btf);
    }

    /** The model of an enumeration. */
    EnumModel enumeration(int id, ClassName name, String label) {
        BtfType.Enumeration type = (BtfType.Enumeration) btf.type(id);
        Scope scope = new Scope(Set.of("value"));
        List<EnumModel.Constant> constants = new ArrayList<>();
        for (BtfType.Enumerator each : type.enumerators()) {
            constants.add(
                    new EnumModel.Constant(scope.unique(JavaNames.ofConstant(each.name())), each.name(), each.value()));
        }
        String unrecognized = scope.unique("UNRECOGNIZED");
        constants.add(new EnumModel.Constant(unrecognized, "", 0));
        return new EnumModel(name, label, Shapes.kind(type).orElseThrow(), constants);
    }

    /** The model of a struct or union. */
    CompositeModel composite(int id, ClassName name, String label) {
        return new Builder(name, new TreeSet<>(Set.of(name.simple()))).build(id, label);
    }

    /** Builds one model. */
    private final class Builder {

        private final ClassName name;
        private final Set<String> enclosing;
        private final Scope members = new Scope(RESERVED);
        private final Scope classes;
        private final Map<Integer, ClassName> unnamed = new HashMap<>();
        private final Map<Integer, Map<Integer, ClassName>> ofUnions = new HashMap<>();
        private final List<CompositeModel> nested = new ArrayList<>();
        private final List<EnumModel> nestedEnums = new ArrayList<>();
        private int unions;

        Builder(ClassName name, Set<String> enclosing) {
            this.name = name;
            this.enclosing = enclosing;
            Collection<String> taken = new ArrayList<>(Imports.RESERVED);
            taken.addAll(enclosing);
            this.classes = Scope.ofClasses(taken);
        }

        CompositeModel build(int id, String label) {
            BtfType.Composite type = (BtfType.Composite) btf.type(id);
            boolean union = type instanceof BtfType.Union;
            List<Member> found = new ArrayList<>();
            collect(type, 0, union, true, found);
            keepLastFlexible(found);
            int places = found.stream().mapToInt(each -> each.shape().places()).sum();
            boolean overlaid = union || places > MOST_PLACES || overlaps(found);
            return new CompositeModel(name, label, (int) type.size(), union, overlaid, found, nested, nestedEnums);
        }

        /** Arrays without elements between other members mark places; only at the end of a struct is something behind them. */
        private static void keepLastFlexible(List<Member> found) {
            long end = found.stream()
                    .filter(each -> !each.flexible())
                    .mapToLong(each -> each.offset() + each.shape().size())
                    .max()
                    .orElse(0);
            List<Member> last = found.stream().filter(Member::flexible).toList();
            found.removeIf(each -> each.flexible() && (each.offset() < end || last.size() > 1));
        }

        /** @param flat whether members of anonymous unions are reached as those of the class itself */
        private void collect(BtfType.Composite type, long base, boolean flat, boolean direct, List<Member> found) {
            for (BtfType.Member each : type.members()) {
                BtfType inner = btf.type(btf.strip(each.type()));
                long offset = base + each.bitOffset();
                if (!each.name().isEmpty() || !(inner instanceof BtfType.Composite composite)) {
                    member(each, offset, direct).ifPresent(found::add);
                } else if (flat || composite instanceof BtfType.Struct) {
                    collect(composite, offset, flat, false, found);
                } else {
                    found.add(anonymousUnion(btf.strip(each.type()), composite, offset, direct));
                }
            }
        }

        private Member anonymousUnion(int id, BtfType.Composite type, long offset, boolean direct) {
            String field = members.unique("union" + ++unions);
            ClassName inner = nest(id, field, "union");
            // The class of the union has the classes of what is in it.
            unnamed.putAll(ofUnions.getOrDefault(id, Map.of()));
            List<Member> inside = new ArrayList<>();
            collect(type, offset, true, false, inside);
            return new Member(
                    field,
                    "",
                    "union",
                    (int) (offset / Byte.SIZE),
                    new Shape.Struct(inner, type.size()),
                    false,
                    direct,
                    inside);
        }

        private Optional<Member> member(BtfType.Member each, long offset, boolean direct) {
            BtfType type = btf.type(btf.strip(each.type()));
            int bits = each.bitSize();
            long bit = offset;
            if (type instanceof BtfType.Int number && bits == 0 && isPart(number)) {
                bits = number.bits();
                bit += number.bitOffset();
            }
            if (each.name().isEmpty() || bits > Long.SIZE) {
                return Optional.empty();
            }
            boolean flexible = type instanceof BtfType.Array array && array.count() == 0;
            if (flexible && btf.sizeOf(((BtfType.Array) type).element()).orElse(0) == 0) {
                return Optional.empty();
            }
            IntFunction<ClassName> inner = unnamedType -> nest(unnamedType, each.name(), "");
            Optional<Shape> found = bits > 0
                    ? Optional.of(shapes.bitField(each.type(), bit, bits, inner))
                    : shapes.of(each.type(), inner);
            int at = (int) (bit / Byte.SIZE);
            return found.map(shape -> new Member(
                    members.unique(JavaNames.ofMember(each.name()), derived(shape, flexible)),
                    each.name(),
                    text.of(each.type(), each.name()),
                    at,
                    shape,
                    flexible,
                    direct,
                    List.of()));
        }

        /** The ends of the names of further methods without parameters that the member has. */
        private static List<String> derived(Shape shape, boolean flexible) {
            if (shape instanceof Shape.EnumNumber) {
                return List.of("Value");
            } else if (flexible) {
                return List.of("Length");
            }
            return shape instanceof Shape.Characters ? List.of("Bytes") : List.of();
        }

        private boolean isPart(BtfType.Int number) {
            return number.size() <= Long.BYTES && number.bits() != number.size() * Byte.SIZE && number.bits() > 0;
        }

        private ClassName nest(int id, String label, String word) {
            ClassName known = unnamed.get(id);
            if (known != null) {
                return known;
            }
            BtfType type = btf.type(id);
            ClassName inner = name.inner(
                    classes.unique(JavaNames.ofClass(label), type instanceof BtfType.Enumeration ? "Enum" : "Struct"));
            unnamed.put(id, inner);
            String declared = (word.isEmpty() ? text.ofTag(id) : word) + " in " + name.simple();
            if (type instanceof BtfType.Enumeration) {
                nestedEnums.add(enumeration(id, inner, declared));
            } else {
                Set<String> around = new TreeSet<>(enclosing);
                around.add(inner.simple());
                Builder builder = new Builder(inner, around);
                nested.add(builder.build(id, declared));
                ofUnions.put(id, builder.unnamed);
            }
            return inner;
        }

        /** Rust describes some types so, and BTF allows it for all. */
        private boolean overlaps(List<Member> found) {
            List<Member> sorted = found.stream()
                    .filter(each -> !(each.shape() instanceof Shape.BitField) && !isBitEnum(each.shape()))
                    .sorted(Comparator.comparingInt(Member::offset))
                    .toList();
            long end = 0;
            for (Member each : sorted) {
                if (each.offset() < end) {
                    return true;
                }
                end = Math.max(end, each.offset() + each.shape().size());
            }
            return false;
        }

        private static boolean isBitEnum(Shape shape) {
            return shape instanceof Shape.EnumNumber number && number.number() instanceof Shape.BitField;
        }
    }
}
