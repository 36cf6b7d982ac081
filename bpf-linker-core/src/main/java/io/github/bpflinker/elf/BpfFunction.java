package io.github.bpflinker.elf;

/**
 * A function of a BPF object.
 *
 * @param name its symbol
 * @param section the section that holds it; for a program, what the kernel attaches it to
 * @param offset where it starts in the section, in bytes
 * @param instructions its length in 8-byte units; a 64-bit load counts as two
 * @param role whether the kernel can start it
 * @param exported whether its symbol is global or weak, so that the kernel verifies it on its own
 */
public record BpfFunction(
        String name, ElfSection section, long offset, long instructions, Role role, boolean exported) {

    /** As libbpf tells them apart. */
    public enum Role {
        /** An entry point. */
        PROGRAM,
        /** Called by programs: a static function, or one in {@code .text} beside others. */
        SUBPROGRAM
    }
}
