package io.github.bpflinker.load.plan;

/** A reference of an instruction to a map, function or extern, by its index in the lists of the {@link LoadPlan}. */
public sealed interface CodeReference {

    /** The instruction, in units of 8 bytes from the start of its function. */
    int at();

    /** A 64-bit load of a map: {@code BPF_PSEUDO_MAP_FD}. */
    record MapLoad(int at, int map) implements CodeReference {}

    /**
     * A 64-bit load of the address of a variable: {@code BPF_PSEUDO_MAP_VALUE}.
     *
     * @param map the map that holds it; for an arena, see {@code BoundProgram}
     * @param offset in its value, in bytes; the upper half of the constant
     */
    record DataLoad(int at, int map, int offset) implements CodeReference {}

    /** A 64-bit load of a variable of {@code .kconfig} or {@code .ksyms}, or of the address of a kernel function. */
    record ExternLoad(int at, int extern) implements CodeReference {}

    /** A call of a function of the kernel or of a module: {@code BPF_PSEUDO_KFUNC_CALL}. */
    record ExternCall(int at, int extern) implements CodeReference {}

    /** A call of another function of the object: {@code BPF_PSEUDO_CALL}. */
    record FunctionCall(int at, int function) implements CodeReference {}

    /** A 64-bit load of the address of a function of the object, for a callback: {@code BPF_PSEUDO_FUNC}. */
    record FunctionLoad(int at, int function) implements CodeReference {}

    /**
     * A 64-bit load of the address of a jump table, from which the loader creates an instruction array map (Linux
     * 6.19).
     *
     * @param table its index in {@link LoadPlan#jumpTables()}
     */
    record JumpTableLoad(int at, int table) implements CodeReference {}
}
