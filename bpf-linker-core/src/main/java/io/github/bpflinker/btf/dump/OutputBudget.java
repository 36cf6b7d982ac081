package io.github.bpflinker.btf.dump;

import io.github.bpflinker.btf.Btf;
import io.github.bpflinker.btf.BtfType;

/**
 * Limits how often anonymous types and prototypes are written out. They are repeated wherever they are used, so that a
 * few hostile types could ask for more text than any disk holds.
 */
final class OutputBudget {

    private static final int MAX_REPETITION = 64;
    private static final int MIN_BUDGET = 4096;

    private final Btf btf;
    private long left;

    OutputBudget(Btf btf) {
        this.btf = btf;
        long parts = 0;
        for (int id = 1; id < btf.typeCount(); id++) {
            parts += 1 + parts(btf.type(id));
        }
        this.left = parts * MAX_REPETITION + MIN_BUDGET;
    }

    /** To be called for a type each time that it is written or looked through. */
    void spend(int id) {
        left -= 1 + parts(btf.type(id));
        if (left < 0) {
            throw btf.invalid(id, "anonymous types repeat too often");
        }
    }

    private static int parts(BtfType type) {
        return type instanceof BtfType.Enumeration enumeration
                ? enumeration.enumerators().size()
                : type.referenceCount();
    }
}
