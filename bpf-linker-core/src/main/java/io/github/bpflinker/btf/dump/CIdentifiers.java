package io.github.bpflinker.btf.dump;

import io.github.bpflinker.btf.Btf;
import io.github.bpflinker.btf.BtfType;
import io.github.bpflinker.btf.BtfType.Enumerator;
import io.github.bpflinker.btf.NameEscapes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Assigns C identifiers to types. Struct, union and enumeration tags share one name space, typedefs and enumerators
 * another. The second type of a name becomes {@code name___2}, as in bpftool; loaders ignore the suffix after {@code
 * ___} when they look up a type in the kernel. A character that is not valid in C becomes {@code _XX_}, where XX is its
 * code in hexadecimal.
 */
final class CIdentifiers {

    private final Btf btf;
    private final Map<Integer, String> types = new HashMap<>();
    private final Map<Integer, List<String>> enumerators = new HashMap<>();
    private final Space tags = new Space();
    private final Space identifiers = new Space();

    CIdentifiers(Btf btf) {
        this.btf = btf;
        nameTags();
        nameForwards();
        for (int id = 1; id < btf.typeCount(); id++) {
            nameIdentifiers(id);
        }
    }

    /**
     * The name of a struct, union, enumeration, forward declaration, typedef, or of a numeric type that C does not
     * have.
     */
    String of(int id) {
        return types.getOrDefault(id, "");
    }

    /** The names of an enumeration's values, in their order. */
    List<String> enumeratorsOf(int id) {
        return enumerators.getOrDefault(id, List.of());
    }

    /** A new name space for the members of one struct. */
    static Space members() {
        return new Space();
    }

    private void nameTags() {
        for (int id = 1; id < btf.typeCount(); id++) {
            if (isDefinition(btf.type(id))) {
                types.put(id, tags.unique(btf.type(id).name()));
            }
        }
    }

    private static boolean isDefinition(BtfType type) {
        boolean defines = type instanceof BtfType.Composite
                || (type instanceof BtfType.Enumeration enumeration
                        && !enumeration.enumerators().isEmpty());
        return defines && !type.name().isEmpty();
    }

    /** Gives each forward declaration the identifier of the first definition with its name and kind. */
    private void nameForwards() {
        Map<String, String> declared = new HashMap<>();
        for (int id = 1; id < btf.typeCount(); id++) {
            String key = keyword(btf.type(id)) + " " + btf.type(id).name();
            if (types.containsKey(id)) {
                declared.putIfAbsent(key, of(id));
            }
        }
        for (int id = 1; id < btf.typeCount(); id++) {
            BtfType type = btf.type(id);
            boolean forward = type instanceof BtfType.Fwd || type instanceof BtfType.Enumeration;
            if (forward && !types.containsKey(id) && !type.name().isEmpty()) {
                String key = keyword(type) + " " + type.name();
                types.put(id, declared.computeIfAbsent(key, k -> tags.unique(type.name())));
            }
        }
    }

    private void nameIdentifiers(int id) {
        BtfType type = btf.type(id);
        if (type instanceof BtfType.Typedef typedef) {
            types.put(id, identifiers.unique(typedef.name()));
        } else if (type instanceof BtfType.Enumeration enumeration) {
            List<String> names = new ArrayList<>();
            for (Enumerator enumerator : enumeration.enumerators()) {
                names.add(identifiers.unique(enumerator.name()));
            }
            enumerators.put(id, names);
        } else if (CNumbers.needsTypedef(type, btf.pointerSize())) {
            types.put(id, identifiers.unique(type.name()));
        }
    }

    /** The keyword before a tag; empty for a type without a tag. */
    static String keyword(BtfType type) {
        return switch (type.kind()) {
            case STRUCT -> "struct";
            case UNION -> "union";
            case ENUM, ENUM64 -> "enum";
            case FWD -> BpftoolTerms.fwdKind((BtfType.Fwd) type);
            default -> "";
        };
    }

    /** A name space: a set of identifiers that must be distinct. */
    static final class Space {

        private final Set<String> taken = new HashSet<>();
        private final Map<String, Integer> counts = new HashMap<>();

        /** Returns {@code name} or, if it is taken, a variant of it, and reserves the result. */
        String unique(String name) {
            String base = sanitize(name);
            int count = counts.merge(base, 1, Integer::sum);
            if (CKeywords.contains(base) && count == 1) {
                count = counts.merge(base, 1, Integer::sum);
            }
            String candidate = count == 1 ? base : base + "___" + count;
            while (!taken.add(candidate)) {
                count = counts.merge(base, 1, Integer::sum);
                candidate = base + "___" + count;
            }
            return candidate;
        }

        private static String sanitize(String name) {
            String escaped = NameEscapes.escape(name);
            return escaped.isEmpty() || Character.isDigit(escaped.charAt(0)) ? "_" + escaped : escaped;
        }
    }
}
