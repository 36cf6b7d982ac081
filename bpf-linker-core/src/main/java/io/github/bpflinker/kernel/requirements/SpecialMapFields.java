package io.github.bpflinker.kernel.requirements;

import io.github.bpflinker.btf.Btf;
import io.github.bpflinker.btf.BtfType;
import io.github.bpflinker.kernel.table.Feature;
import io.github.bpflinker.kernel.table.MapFields;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Finds the special fields of map values, which the kernel manages: locks, timers, lists, kernel pointers, including
 * those in nested structs.
 */
final class SpecialMapFields {

    private final Btf btf;
    private final Map<Feature, Boolean> found = new LinkedHashMap<>();
    private final Set<Integer> seen = new HashSet<>();

    private SpecialMapFields(Btf btf) {
        this.btf = btf;
    }

    /** The fields of a value, each with whether it is in a nested struct or an array. */
    static Map<Feature, Boolean> of(Btf btf, int value) {
        SpecialMapFields fields = new SpecialMapFields(btf);
        fields.scan(value, 0);
        return fields.found;
    }

    private void scan(int type, int depth) {
        int id = btf.strip(type);
        if (!seen.add(id)) {
            return;
        }
        BtfType found = btf.type(id);
        if (found instanceof BtfType.Composite composite) {
            MapFields.struct(found.name()).ifPresentOrElse(field -> add(field, depth), () -> composite
                    .members()
                    .forEach(member -> scan(member.type(), depth + 1)));
        } else if (found instanceof BtfType.Array array) {
            scan(array.element(), depth + 1);
        } else if (found instanceof BtfType.Ptr pointer) {
            tags(pointer.type(), depth);
        }
    }

    /** A member of the value itself has depth 1. */
    private void add(Feature field, int depth) {
        found.merge(field, depth > 1, Boolean::logicalAnd);
    }

    private void tags(int pointee, int depth) {
        int at = pointee;
        while (btf.type(at) instanceof BtfType.Modifier modifier) {
            if (modifier instanceof BtfType.TypeTag tag) {
                MapFields.tag(tag.name()).ifPresent(field -> add(field, depth));
            }
            at = modifier.type();
        }
    }
}
