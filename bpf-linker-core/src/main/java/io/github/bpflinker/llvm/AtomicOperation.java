package io.github.bpflinker.llvm;

/** The operations of {@code atomicrmw}: {@code LLVMAtomicRMWBinOp} of {@code llvm-c/Core.h}. */
public enum AtomicOperation {
    EXCHANGE(0),
    ADD(1),
    SUBTRACT(2),
    AND(3),
    NAND(4),
    OR(5),
    XOR(6),
    MAXIMUM(7),
    MINIMUM(8),
    UNSIGNED_MAXIMUM(9),
    UNSIGNED_MINIMUM(10),
    /** Any other operation: floating point, and increment and decrement with wrap-around. */
    OTHER(-1);

    private final int number;

    AtomicOperation(int number) {
        this.number = number;
    }

    static AtomicOperation of(int number) {
        for (AtomicOperation operation : values()) {
            if (operation.number == number) {
                return operation;
            }
        }
        return OTHER;
    }
}
