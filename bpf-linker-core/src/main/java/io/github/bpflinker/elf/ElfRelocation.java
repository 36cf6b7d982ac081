package io.github.bpflinker.elf;

/**
 * A place in a section that depends on a symbol.
 *
 * @param offset where in the section, in bytes
 * @param type the machine's relocation type, for BPF one of {@code R_BPF_…}
 * @param symbol what it depends on; the null symbol if on nothing
 * @param addend of a RELA record; 0 for REL, where it lies at the place itself
 */
public record ElfRelocation(long offset, int type, ElfSymbol symbol, long addend) {

    /** {@code ld_imm64} of a map or of data. */
    public static final int R_BPF_64_64 = 1;
    /** A 64-bit address in data. */
    public static final int R_BPF_64_ABS64 = 2;
    /** A 32-bit address in data. */
    public static final int R_BPF_64_ABS32 = 3;
    /** A 32-bit offset in BTF or debug information, which loaders leave alone. */
    public static final int R_BPF_64_NODYLD32 = 4;
    /** A call. */
    public static final int R_BPF_64_32 = 10;
}
