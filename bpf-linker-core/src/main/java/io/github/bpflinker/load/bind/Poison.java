package io.github.bpflinker.load.bind;

/**
 * A poisoned instruction: it could not be relocated and was replaced with a call of a nonexistent helper. The program
 * loads if the verifier proves that the instruction is unreachable; otherwise the error {@code invalid func unknown#N}
 * refers to it.
 */
public sealed interface Poison {

    /** {@code N} for a CO-RE relocation: 0xbad2310. */
    int CORE = 195_896_080;
    /** {@code N} of the first map, to which the index of the map is added. */
    int MAP = 2_001_000_000;
    /** {@code N} of the first extern, to which the index of the extern is added. */
    int KERNEL_FUNCTION = 2_002_000_000;

    /** The instruction in the program's final code, in units of 8 bytes. */
    int at();

    /**
     * A CO-RE relocation has no target on this kernel.
     *
     * @param relocation the relocation, such as {@code struct task_struct::exit_code (byte_off)}
     */
    record MissingTarget(int at, String relocation) implements Poison {}

    /** A map that is not created. */
    record MissingMap(int at, String map) implements Poison {}

    /** A weak kfunc that the kernel does not have. */
    record MissingFunction(int at, String function) implements Poison {}
}
