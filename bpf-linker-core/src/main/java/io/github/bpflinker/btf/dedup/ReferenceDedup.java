package io.github.bpflinker.btf.dedup;

import io.github.bpflinker.btf.Btf;
import io.github.bpflinker.btf.BtfType;
import io.github.bpflinker.btf.PostOrder;
import java.util.HashMap;
import java.util.Map;

/**
 * Deduplicates pointers, qualifiers, arrays, prototypes, functions and tags that are identical after their references
 * have been deduplicated, so it runs last. Variables and sections are never merged, because each one is a separate
 * object in memory.
 */
final class ReferenceDedup {

    private final Btf btf;
    private final EquivalenceClasses classes;
    private final Map<TypeKey, Integer> first = new HashMap<>();

    ReferenceDedup(Btf btf, EquivalenceClasses classes) {
        this.btf = btf;
        this.classes = classes;
    }

    void merge() {
        PostOrder order = new PostOrder(btf, type -> !(type instanceof BtfType.Composite));
        for (int id = 1; id < btf.typeCount(); id++) {
            order.visit(id, this::merge);
        }
    }

    private void merge(int id) {
        BtfType type = btf.type(id);
        boolean merges = type.referenceCount() > 0
                && !(type instanceof BtfType.Composite)
                && !(type instanceof BtfType.Var)
                && !(type instanceof BtfType.Datasec);
        if (merges) {
            Integer older = first.putIfAbsent(new TypeKey(type.withReferences(classes::find)), id);
            if (older != null && classes.mayReplace(id)) {
                classes.replace(id, older);
            }
        }
    }
}
