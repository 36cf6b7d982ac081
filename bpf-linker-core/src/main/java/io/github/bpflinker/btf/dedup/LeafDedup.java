package io.github.bpflinker.btf.dedup;

import io.github.bpflinker.btf.Btf;
import io.github.bpflinker.btf.BtfType;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Deduplicates types without references, and resolves unambiguous forward declarations. */
final class LeafDedup {

    private final Btf btf;
    private final EquivalenceClasses classes;

    LeafDedup(Btf btf, EquivalenceClasses classes) {
        this.btf = btf;
        this.classes = classes;
    }

    /** Merges identical integers, floating-point types, enumerations and forward declarations. */
    void merge() {
        Map<TypeKey, Integer> first = new HashMap<>();
        for (int id = 1; id < btf.typeCount(); id++) {
            BtfType type = btf.type(id);
            if (isLeaf(type)) {
                mergeInto(first.putIfAbsent(new TypeKey(type), id), id);
            }
        }
        mergeForwardEnums();
    }

    private static boolean isLeaf(BtfType type) {
        return type instanceof BtfType.Int
                || type instanceof BtfType.Float
                || type instanceof BtfType.Fwd
                || type instanceof BtfType.Enumeration;
    }

    private void mergeInto(@Nullable Integer older, int id) {
        if (older != null && classes.mayReplace(id)) {
            classes.replace(id, older);
        }
    }

    /** Resolves an enumeration without enumerators to the first complete one of its name, whatever its size. */
    private void mergeForwardEnums() {
        Map<String, Integer> full = new HashMap<>();
        Map<String, Integer> forward = new HashMap<>();
        for (int id = 1; id < btf.typeCount(); id++) {
            if (btf.type(id) instanceof BtfType.Enumeration type && !type.name().isEmpty()) {
                (type.enumerators().isEmpty() ? forward : full).putIfAbsent(type.name(), id);
            }
        }
        for (int id = btf.firstId(); id < btf.typeCount(); id++) {
            if (btf.type(id) instanceof BtfType.Enumeration type
                    && forward.containsKey(type.name())
                    && type.enumerators().isEmpty()) {
                classes.replace(id, full.getOrDefault(type.name(), forward.get(type.name())));
            }
        }
    }

    /** Resolves a forward declaration if exactly one struct or union of its name remains. */
    void resolveForwards() {
        Map<TypeKey, Integer> definitions = new HashMap<>();
        Set<TypeKey> ambiguous = new HashSet<>();
        for (int id = 1; id < btf.typeCount(); id++) {
            if (btf.type(id) instanceof BtfType.Composite type && classes.stays(id)) {
                TypeKey key = new TypeKey(new BtfType.Fwd(type.name(), type instanceof BtfType.Union));
                if (definitions.putIfAbsent(key, id) != null) {
                    ambiguous.add(key);
                }
            }
        }
        for (int id = btf.firstId(); id < btf.typeCount(); id++) {
            if (btf.type(id) instanceof BtfType.Fwd fwd
                    && classes.stays(id)
                    && !fwd.name().isEmpty()) {
                TypeKey key = new TypeKey(fwd);
                Integer definition = ambiguous.contains(key) ? null : definitions.get(key);
                if (definition != null) {
                    classes.replace(id, definition);
                }
            }
        }
    }
}
