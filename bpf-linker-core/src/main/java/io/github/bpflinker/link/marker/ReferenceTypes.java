package io.github.bpflinker.link.marker;

import io.github.bpflinker.btf.BtfKind;
import io.github.bpflinker.btf.BtfType;
import io.github.bpflinker.btf.Flavours;
import io.github.bpflinker.load.core.TargetTypes;
import io.github.bpflinker.text.NearestNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/** Looks up what markers name in the types of a kernel. */
final class ReferenceTypes {

    private static final Map<String, List<BtfKind>> KINDS = Map.of(
            "struct", List.of(BtfKind.STRUCT),
            "union", List.of(BtfKind.UNION),
            "enum", List.of(BtfKind.ENUM, BtfKind.ENUM64),
            "typedef", List.of(BtfKind.TYPEDEF),
            "",
                    List.of(
                            BtfKind.STRUCT,
                            BtfKind.UNION,
                            BtfKind.TYPEDEF,
                            BtfKind.ENUM,
                            BtfKind.ENUM64,
                            BtfKind.INT,
                            BtfKind.FLOAT));

    /** Fields that have the name of a Rust keyword which can't be a raw identifier. */
    private static final Set<String> KEYWORDS = Set.of("self_", "super_", "crate_", "Self_");

    private static final int SUGGESTIONS = 2;

    private final TargetTypes types;

    ReferenceTypes(TargetTypes types) {
        this.types = types;
    }

    /** What messages call them. */
    String name() {
        return types.name();
    }

    BtfType type(int id) {
        return types.type(id);
    }

    /** The type without typedefs and qualifiers. */
    int strip(int id) {
        return types.strip(id);
    }

    /** The types of that name without its flavour, of the first kind that has some; may be empty. */
    List<Integer> all(Marker.TypeName name) {
        String essential = Flavours.essential(name.name());
        int[] candidates = types.candidates(essential);
        for (BtfKind kind : KINDS.getOrDefault(name.word(), List.of())) {
            List<Integer> found = new ArrayList<>();
            for (int id : candidates) {
                if (types.type(id).kind() == kind && types.type(id).name().equals(essential)) {
                    found.add(id);
                }
            }
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    /**
     * The types of that name.
     *
     * @throws MarkerException if there is none and the name has no flavour
     */
    List<Integer> require(Marker.TypeName name) {
        List<Integer> found = all(name);
        if (found.isEmpty() && !hasFlavour(name)) {
            throw unknown(name);
        }
        return found;
    }

    /** A name with a flavour can be one that these types lack. */
    static boolean hasFlavour(Marker.TypeName name) {
        return Flavours.essentialLength(name.name()) < name.name().length();
    }

    private MarkerException unknown(Marker.TypeName name) {
        Set<BtfKind> kinds = Set.copyOf(KINDS.getOrDefault(name.word(), List.of()));
        return new MarkerException(
                types.name() + " has no " + (name.word().isEmpty() ? "type" : name.word()) + " '" + name.name() + "'",
                NearestNames.of(name.name(), names(kinds), SUGGESTIONS));
    }

    private Set<String> names(Set<BtfKind> kinds) {
        Set<String> names = new TreeSet<>();
        for (int id = types.firstId(); id < types.typeCount(); id++) {
            BtfType type = types.type(id);
            if (kinds.contains(type.kind()) && !type.name().isEmpty()) {
                names.add(type.name());
            }
        }
        return names;
    }

    /** The function or variable of that name. */
    OptionalInt symbol(String name, BtfKind kind) {
        return types.find(name, kind);
    }

    /** @param kind that of functions or variables */
    MarkerException unknownSymbol(String name, BtfKind kind) {
        return new MarkerException(
                types.name() + " has no " + (kind == BtfKind.FUNC ? "function" : "variable") + " '" + name + "'",
                NearestNames.of(name, names(Set.of(kind)), SUGGESTIONS));
    }

    /** A member of a struct or union, looked up in its anonymous structs and unions, too. */
    Optional<BtfType.Member> member(int composite, String name) {
        Optional<BtfType.Member> found = exactMember(composite, name);
        return found.isEmpty() && KEYWORDS.contains(name)
                ? exactMember(composite, name.substring(0, name.length() - 1))
                : found;
    }

    private Optional<BtfType.Member> exactMember(int composite, String name) {
        for (BtfType.Member member : members(composite)) {
            if (member.name().equals(name)) {
                return Optional.of(member);
            }
            if (member.name().isEmpty()) {
                Optional<BtfType.Member> inside = exactMember(types.strip(member.type()), name);
                if (inside.isPresent()) {
                    return inside;
                }
            }
        }
        return Optional.empty();
    }

    private List<BtfType.Member> members(int id) {
        return types.type(id) instanceof BtfType.Composite composite ? composite.members() : List.of();
    }

    MarkerException unknownField(int composite, String name) {
        TreeSet<String> names = new TreeSet<>();
        addNames(composite, names);
        String holder = types.type(composite).name();
        return new MarkerException(
                (holder.isEmpty() ? "the struct around it" : described(composite)) + " of " + types.name()
                        + " has no field '" + name + "'",
                NearestNames.of(name, names, SUGGESTIONS));
    }

    private void addNames(int composite, Set<String> names) {
        for (BtfType.Member member : members(composite)) {
            if (member.name().isEmpty()) {
                addNames(types.strip(member.type()), names);
            } else {
                names.add(member.name());
            }
        }
    }

    /** {@code struct NAME}. */
    String described(int id) {
        BtfType type = types.type(id);
        String kind =
                type.kind() == BtfKind.ENUM64 ? "enum" : type.kind().name().toLowerCase(Locale.ROOT);
        return kind + " " + type.name();
    }

    MarkerException unknownEnumerator(int enumeration, Marker.TypeName root, String name) {
        List<String> names = ((BtfType.Enumeration) types.type(enumeration))
                .enumerators().stream().map(BtfType.Enumerator::name).toList();
        return new MarkerException(
                "enum " + root.name() + " of " + types.name() + " has no enumerator '" + name + "'",
                NearestNames.of(name, names, SUGGESTIONS));
    }
}
