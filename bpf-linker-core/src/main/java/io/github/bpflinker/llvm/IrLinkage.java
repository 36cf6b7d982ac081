package io.github.bpflinker.llvm;

/** LLVM's linkage types, with the numbers of {@code LLVMLinkage} in {@code llvm-c/Core.h}. */
public enum IrLinkage {
    EXTERNAL(0),
    AVAILABLE_EXTERNALLY(1),
    LINK_ONCE_ANY(2),
    LINK_ONCE_ODR(3),
    WEAK_ANY(5),
    WEAK_ODR(6),
    APPENDING(7),
    INTERNAL(8),
    PRIVATE(9),
    EXTERNAL_WEAK(12),
    COMMON(14);

    private static final IrLinkage[] BY_NUMBER = new IrLinkage[16];

    static {
        for (IrLinkage linkage : values()) {
            BY_NUMBER[linkage.number] = linkage;
        }
    }

    final int number;

    IrLinkage(int number) {
        this.number = number;
    }

    static IrLinkage of(int number) {
        IrLinkage linkage = BY_NUMBER[number];
        // The remaining numbers are obsolete spellings of external.
        return linkage == null ? EXTERNAL : linkage;
    }

    /** Whether the value is local to its module. */
    public boolean isLocal() {
        return this == INTERNAL || this == PRIVATE;
    }

    /** Whether a strong definition of another module replaces it. */
    public boolean isWeak() {
        return this == WEAK_ANY || this == WEAK_ODR || this == LINK_ONCE_ANY || this == LINK_ONCE_ODR;
    }
}
