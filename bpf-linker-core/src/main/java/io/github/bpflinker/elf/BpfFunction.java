package io.github.bpflinker.elf;

import org.jspecify.annotations.Nullable;

/**
 * A function of a BPF object.
 *
 * @param name its symbol
 * @param section the section that contains it; for a program, its name selects program type and attach target
 * @param offset where it starts in the section, in bytes
 * @param instructions its size in instructions of 8 bytes; a 64-bit load counts as two
 * @param role whether it is a program or a subprogram
 * @param exported whether its symbol is global or weak; the kernel verifies such a function separately
 */
public record BpfFunction(
        String name, ElfSection section, long offset, long instructions, Role role, boolean exported) {

    /** Compares the place in the object file; the contents of sections are not compared. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof BpfFunction function
                && name.equals(function.name)
                && offset == function.offset
                && instructions == function.instructions
                && role == function.role
                && exported == function.exported
                && section.index() == function.section.index()
                && section.name().equals(function.section.name());
    }

    @Override
    public int hashCode() {
        return name.hashCode() * 31 + Long.hashCode(offset);
    }

    /** Programs and subprograms, by the rules of libbpf. */
    public enum Role {
        /** An entry point. */
        PROGRAM,
        /** A function that programs call: a static function, or one of several in {@code .text}. */
        SUBPROGRAM
    }
}
