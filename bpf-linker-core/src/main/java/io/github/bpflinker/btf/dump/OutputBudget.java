package io.github.bpflinker.btf.dump;

import io.github.bpflinker.btf.Btf;
import io.github.bpflinker.btf.BtfType;

/**
 * Limits the output for anonymous types and prototypes. They are expanded at every use, so a few malicious types could
 * otherwise produce an exponential amount of text.
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

    /** Counts one expansion or traversal of the type; throws when the budget is exhausted. */
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
