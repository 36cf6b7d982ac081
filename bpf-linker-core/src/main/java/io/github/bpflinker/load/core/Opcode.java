package io.github.bpflinker.load.core;

/** Opcodes and pseudo source registers that loaders use, from the kernel's {@code include/uapi/linux/bpf.h}. */
public final class Opcode {

    /** {@code BPF_LD | BPF_IMM | BPF_DW}. */
    public static final int LD_IMM64 = 0x18;
    /** {@code BPF_JMP | BPF_CALL}, of a helper or, depending on {@code src}, of a function. */
    public static final int CALL = 0x85;

    /** {@code src} of {@link #LD_IMM64}: the descriptor of a map. */
    public static final int PSEUDO_MAP_FD = 1;
    /** {@code src} of {@link #LD_IMM64}: an address in the only value of a map. */
    public static final int PSEUDO_MAP_VALUE = 2;
    /** {@code src} of {@link #LD_IMM64}: the address of a variable or function of the kernel. */
    public static final int PSEUDO_BTF_ID = 3;
    /** {@code src} of {@link #LD_IMM64}: the address of a function of the program. */
    public static final int PSEUDO_FUNC = 4;

    /** {@code src} of {@link #CALL}: a function of the program. */
    public static final int PSEUDO_CALL = 1;
    /** {@code src} of {@link #CALL}: a function of the kernel. */
    public static final int PSEUDO_KFUNC_CALL = 2;

    static final int CLASS = 7;
    static final int CLASS_LD = 0;
    static final int CLASS_LDX = 1;
    static final int CLASS_ST = 2;
    static final int CLASS_STX = 3;
    static final int CLASS_ALU = 4;
    static final int CLASS_ALU64 = 7;
    static final int SOURCE_REGISTER = 8;
    static final int MODE = 0xe0;
    static final int SIZE = 0x18;

    private Opcode() {}
}
