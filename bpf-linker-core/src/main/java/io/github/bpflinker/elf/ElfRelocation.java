package io.github.bpflinker.elf;

/**
 * A relocation.
 *
 * @param offset the position in the section, in bytes
 * @param type the machine's relocation type, for BPF one of {@code R_BPF_…}
 * @param symbol the referenced symbol; the null symbol if there is none
 * @param addend the addend of a RELA entry; 0 for REL, where it is stored at the relocated position
 */
public record ElfRelocation(long offset, int type, ElfSymbol symbol, long addend) {

    /** An {@code ld_imm64} of a map or of data. */
    public static final int R_BPF_64_64 = 1;
    /** A 64-bit address in data. */
    public static final int R_BPF_64_ABS64 = 2;
    /** A 32-bit address in data. */
    public static final int R_BPF_64_ABS32 = 3;
    /** A 32-bit offset in BTF or debug information, which loaders don't apply. */
    public static final int R_BPF_64_NODYLD32 = 4;
    /** A call. */
    public static final int R_BPF_64_32 = 10;
}
