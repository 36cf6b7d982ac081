package io.github.bpflinker.load.bind;

/**
 * An instruction that could not be made fit and was replaced by a call of a helper that no kernel has. That is well as long
 * as the verifier finds it unreachable; when it does not, its complaint {@code invalid func unknown#N} means this.
 */
public sealed interface Poison {

    /** {@code N} for a CO-RE relocation: 0xbad2310. */
    int CORE = 195_896_080;
    /** {@code N} of the first map; the place of the map is added. */
    int MAP = 2_001_000_000;
    /** {@code N} of the first extern; the place of the extern is added. */
    int KERNEL_FUNCTION = 2_002_000_000;

    /** The instruction in the program's final code, in units of 8 bytes. */
    int at();

    /**
     * A CO-RE relocation has no target on this kernel.
     *
     * @param relocation what it asks for, as in {@code struct task_struct::exit_code (byte_off)}
     */
    record MissingTarget(int at, String relocation) implements Poison {}

    /** A map that is not created. */
    record MissingMap(int at, String map) implements Poison {}

    /** A weak function of the kernel that this one does not have. */
    record MissingFunction(int at, String function) implements Poison {}
}
