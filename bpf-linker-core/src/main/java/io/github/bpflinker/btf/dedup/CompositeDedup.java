package io.github.bpflinker.btf.dedup;

import io.github.bpflinker.btf.Btf;
import io.github.bpflinker.btf.BtfType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Deduplicates structs and unions by comparing the graphs of types that they reference. Because these graphs have
 * cycles, a pair of types is assumed to be equal while it is compared: two types are equal if no path of references
 * leads to a difference. A forward declaration is equal to a struct of its name unless the rest of the graph differs;
 * it is then resolved to that struct.
 */
final class CompositeDedup {

    private final Btf btf;
    private final EquivalenceClasses classes;
    private final @Nullable BtfType[] shapes;

    /** The pairs that the current comparison assumes to be equal. */
    private final Set<Long> assumed = new HashSet<>();

    private final Map<Integer, Integer> resolved = new HashMap<>();
    private final Deque<Long> open = new ArrayDeque<>();

    CompositeDedup(Btf btf, EquivalenceClasses classes) {
        this.btf = btf;
        this.classes = classes;
        this.shapes = new @Nullable BtfType[btf.typeCount()];
    }

    void merge() {
        Map<TypeKey, List<Integer>> candidates = new HashMap<>();
        for (int id = 1; id < btf.typeCount(); id++) {
            if (btf.type(id) instanceof BtfType.Composite && classes.stays(id)) {
                mergeWithOneOf(candidates.computeIfAbsent(new TypeKey(shape(id)), shape -> new ArrayList<>()), id);
            }
        }
    }

    private void mergeWithOneOf(List<Integer> candidates, int id) {
        for (int candidate : candidates) {
            if (classes.mayMerge(candidate, id) && equal(id, candidate)) {
                apply();
                return;
            }
        }
        candidates.add(id);
    }

    private boolean equal(int left, int right) {
        assumed.clear();
        resolved.clear();
        open.clear();
        open.push(pair(left, right));
        while (!open.isEmpty()) {
            long next = open.pop();
            int a = classes.find((int) (next >>> Integer.SIZE));
            int b = classes.find((int) next);
            if (a != b && assumed.add(pair(a, b)) && !expand(a, b)) {
                return false;
            }
        }
        return true;
    }

    /** Whether {@code a} and {@code b} are equal, provided that all pairs that this call adds to {@link #open} are. */
    private boolean expand(int a, int b) {
        BtfType typeA = btf.type(a);
        BtfType typeB = btf.type(b);
        if (typeA instanceof BtfType.Fwd fwd) {
            return resolve(a, fwd, b, typeB);
        }
        if (typeB instanceof BtfType.Fwd fwd) {
            return resolve(b, fwd, a, typeA);
        }
        // Equal leaf types have already been merged.
        if (typeA.kind() != typeB.kind() || isLeaf(typeA)) {
            return false;
        }
        if (!classes.mayMerge(a, b) || !shape(a).equals(shape(b))) {
            return false;
        }
        int references = typeA.referenceCount();
        for (int i = 0; i < references; i++) {
            open.push(pair(typeA.reference(i), typeB.reference(i)));
        }
        return true;
    }

    private static boolean isLeaf(BtfType type) {
        return type.referenceCount() == 0 && !(type instanceof BtfType.Composite);
    }

    private boolean resolve(int fwdId, BtfType.Fwd fwd, int id, BtfType type) {
        boolean matches = fwd.union() ? type instanceof BtfType.Union : type instanceof BtfType.Struct;
        if (!matches || !fwd.name().equals(type.name()) || !classes.mayReplace(fwdId)) {
            return false;
        }
        Integer other = resolved.putIfAbsent(fwdId, id);
        if (other != null && other != id) {
            open.push(pair(other, id));
        }
        return true;
    }

    private void apply() {
        resolved.forEach(classes::replace);
        for (long pair : assumed) {
            int a = (int) (pair >>> Integer.SIZE);
            int b = (int) pair;
            if (btf.type(a) instanceof BtfType.Composite && btf.type(b) instanceof BtfType.Composite) {
                classes.merge(a, b);
            }
        }
    }

    /** The type with its references removed. */
    private BtfType shape(int id) {
        BtfType shape = shapes[id];
        if (shape == null) {
            shape = btf.type(id).withReferences(reference -> 0);
            shapes[id] = shape;
        }
        return shape;
    }

    private static long pair(int a, int b) {
        return (long) a << Integer.SIZE | b;
    }
}
