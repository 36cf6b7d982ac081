package io.github.bpflinker.llvm;

/** The result of an analysis of whether code reads something, in ascending order of certainty. */
public enum ReadState {
    /** Not read. */
    NOT_READ,
    /** Possibly read: the address is stored in memory or converted to an integer. */
    UNKNOWN,
    /** Read. */
    READ;

    /** The combined result of two paths. */
    ReadState or(ReadState other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
