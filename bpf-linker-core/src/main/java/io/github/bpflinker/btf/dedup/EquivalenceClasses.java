package io.github.bpflinker.btf.dedup;

import java.util.Arrays;

/** Which types are one: disjoint sets, each with the type that stays. Types of a base always stay. */
final class EquivalenceClasses {

    private final int firstId;
    private final int[] parents;

    EquivalenceClasses(int firstId, int typeCount) {
        this.firstId = firstId;
        this.parents = new int[typeCount];
        Arrays.setAll(parents, id -> id);
    }

    /** The type that stays for {@code id}. */
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

    /** Whether one of the two could take the other's place. */
    boolean mayMerge(int a, int b) {
        return find(a) >= firstId || find(b) >= firstId;
    }

    /** The older of the two stays. */
    void merge(int a, int b) {
        int rootA = find(a);
        int rootB = find(b);
        parents[Math.max(rootA, rootB)] = Math.min(rootA, rootB);
    }

    /** Whether {@link #replace} may be asked for. */
    boolean mayReplace(int replaced) {
        return find(replaced) >= firstId;
    }

    /** {@code by} stays. */
    void replace(int replaced, int by) {
        parents[find(replaced)] = find(by);
    }
}
