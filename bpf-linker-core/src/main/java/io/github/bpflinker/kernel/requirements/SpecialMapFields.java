package io.github.bpflinker.kernel.requirements;

import io.github.bpflinker.btf.Btf;
import io.github.bpflinker.btf.BtfType;
import io.github.bpflinker.kernel.table.Feature;
import io.github.bpflinker.kernel.table.KernelFacts;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds the special fields of map values, which the kernel manages: locks, timers, lists, kernel pointers, including
 * those in nested structs.
 */
final class SpecialMapFields {

    private final Btf btf;
    private final KernelFacts facts;

    SpecialMapFields(Btf btf, KernelFacts facts) {
        this.btf = btf;
        this.facts = facts;
    }

    Set<Feature> of(int value) {
        Set<Feature> fields = new LinkedHashSet<>();
        Deque<Integer> open = new ArrayDeque<>(List.of(value));
        Set<Integer> seen = new HashSet<>();
        while (!open.isEmpty()) {
            int id = btf.strip(open.pop());
            if (!seen.add(id)) {
                continue;
            }
            BtfType type = btf.type(id);
            if (type instanceof BtfType.Composite composite) {
                facts.mapStruct(type.name()).ifPresent(fields::add);
                composite.members().forEach(member -> open.push(member.type()));
            } else if (type instanceof BtfType.Array array) {
                open.push(array.element());
            } else if (type instanceof BtfType.Ptr pointer) {
                tags(pointer.type(), fields);
            }
        }
        return fields;
    }

    private void tags(int pointee, Set<Feature> fields) {
        int at = pointee;
        while (btf.type(at) instanceof BtfType.Modifier modifier) {
            if (modifier instanceof BtfType.TypeTag tag) {
                facts.mapTag(tag.name()).ifPresent(fields::add);
            }
            at = modifier.type();
        }
    }
}
