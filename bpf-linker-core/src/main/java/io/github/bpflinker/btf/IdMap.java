package io.github.bpflinker.btf;

import java.util.OptionalInt;

/** Maps the type ids of a {@link Btf} to those of another one that was derived from it. Immutable. */
public final class IdMap {

    private static final int DROPPED = -1;

    private final int[] ids;

    private IdMap(int[] ids) {
        this.ids = ids;
    }

    /** @param ids the new id for each old id, -1 for a dropped type; must not be modified afterwards */
    static IdMap of(int[] ids) {
        return new IdMap(ids);
    }

    /** The new id of an old type; empty if it was dropped. {@code void} stays 0. */
    public OptionalInt find(int oldId) {
        int id = ids[oldId];
        return id == DROPPED ? OptionalInt.empty() : OptionalInt.of(id);
    }

    /**
     * The new id of an old type that was not dropped.
     *
     * @throws IllegalArgumentException if the type was dropped
     */
    public int kept(int oldId) {
        int id = ids[oldId];
        if (id == DROPPED) {
            throw new IllegalArgumentException("type " + oldId + " was dropped");
        }
        return id;
    }

    /** The composition: applies this map, then {@code next}. */
    public IdMap then(IdMap next) {
        int[] composed = new int[ids.length];
        for (int i = 0; i < ids.length; i++) {
            composed[i] = ids[i] == DROPPED ? DROPPED : next.ids[ids[i]];
        }
        return new IdMap(composed);
    }
}
