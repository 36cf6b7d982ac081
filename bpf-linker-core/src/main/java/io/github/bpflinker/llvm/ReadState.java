package io.github.bpflinker.llvm;

/** Whether code reads something, as far as can be seen. In the order of how much is known to happen. */
public enum ReadState {
    /** It does not. */
    NOT_READ,
    /** It may: the way leads through memory, or through numbers. */
    UNKNOWN,
    /** It does. */
    READ;

    /** What is known of two ways together. */
    ReadState or(ReadState other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
