package io.github.bpflinker.btf.dedup;

import java.util.Arrays;

/**
 * A union-find structure over type ids. Each set has a representative, the type that is kept; types of the base are
 * always representatives.
 */
final class EquivalenceClasses {

    private final int firstId;
    private final int[] parents;

    EquivalenceClasses(int firstId, int typeCount) {
        this.firstId = firstId;
        this.parents = new int[typeCount];
        Arrays.setAll(parents, id -> id);
    }

    /** The representative of {@code id}. */
    int find(int id) {
        int root = id;
        while (parents[root] != root) {
            root = parents[root];
        }
        int at = id;
        while (parents[at] != root) {
            int next = parents[at];
            parents[at] = root;
            at = next;
        }
        return root;
    }

    boolean stays(int id) {
        return find(id) == id;
    }

    /** Whether one of the two can be merged into the other: at least one of them is not a type of the base. */
    boolean mayMerge(int a, int b) {
        return find(a) >= firstId || find(b) >= firstId;
    }

    /** Merges the sets; the representative with the smaller id remains. */
    void merge(int a, int b) {
        int rootA = find(a);
        int rootB = find(b);
        parents[Math.max(rootA, rootB)] = Math.min(rootA, rootB);
    }

    /** Whether {@link #replace} can be called for {@code replaced}. */
    boolean mayReplace(int replaced) {
        return find(replaced) >= firstId;
    }

    /** Merges {@code replaced} into the set of {@code by}, whose representative remains. */
    void replace(int replaced, int by) {
        parents[find(replaced)] = find(by);
    }
}
