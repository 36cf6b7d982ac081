package io.github.bpflinker.llvm;

/** LLVM's memory orderings, with the numbers of {@code LLVMAtomicOrdering} in {@code llvm-c/Core.h}. */
public enum AtomicOrdering {
    NOT_ATOMIC(0),
    UNORDERED(1),
    MONOTONIC(2),
    ACQUIRE(4),
    RELEASE(5),
    ACQUIRE_RELEASE(6),
    SEQUENTIALLY_CONSISTENT(7);

    final int number;

    AtomicOrdering(int number) {
        this.number = number;
    }

    static AtomicOrdering of(int number) {
        for (AtomicOrdering ordering : values()) {
            if (ordering.number == number) {
                return ordering;
            }
        }
        throw new IllegalArgumentException("ordering " + number);
    }

    /** Whether it is {@code unordered} or {@code monotonic}: the access is atomic and does not order others. */
    public boolean isRelaxed() {
        return this == UNORDERED || this == MONOTONIC;
    }
}
