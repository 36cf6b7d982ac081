package io.github.bpflinker.llvm;

/** The result of an analysis of whether code reads something, in ascending order of certainty. */
public enum PointerReadResult {
    /** Not read. */
    NOT_READ,
    /** Possibly read: the address is stored in memory or converted to an integer. */
    UNKNOWN,
    /** Read. */
    READ;

    /** The combined result of two paths. */
    PointerReadResult or(PointerReadResult other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
