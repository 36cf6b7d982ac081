package io.github.bpflinker.elf;

import java.nio.ByteBuffer;

/**
 * A section of an ELF file.
 *
 * @param index its index in the section header table
 * @param name its name, empty if it has none
 * @param type {@code sh_type}
 * @param flags {@code sh_flags}
 * @param address {@code sh_addr}
 * @param size in bytes, in memory; a {@link #NOBITS} section has no content in the file
 * @param link {@code sh_link}
 * @param info {@code sh_info}
 * @param alignment {@code sh_addralign}
 * @param entrySize {@code sh_entsize}
 * @param content its bytes in the file, read-only, in the file's byte order; a view, not a copy
 */
public record ElfSection(
        int index,
        String name,
        int type,
        long flags,
        long address,
        long size,
        int link,
        int info,
        long alignment,
        long entrySize,
        ByteBuffer content) {

    public static final int NULL = 0;
    public static final int PROGBITS = 1;
    public static final int SYMTAB = 2;
    public static final int STRTAB = 3;
    public static final int RELA = 4;
    public static final int NOTE = 7;
    public static final int NOBITS = 8;
    public static final int REL = 9;
    public static final int DYNSYM = 11;
    public static final int SYMTAB_SHNDX = 18;

    /** {@code SHF_WRITE}. */
    public static final long WRITE = 1;
    /** {@code SHF_ALLOC}. */
    public static final long ALLOC = 2;
    /** {@code SHF_EXECINSTR}. */
    public static final long EXECUTE = 4;

    @Override
    public ByteBuffer content() {
        return content.duplicate().order(content.order());
    }

    public boolean isWritable() {
        return (flags & WRITE) != 0;
    }

    /** Whether it occupies memory when the file is loaded ({@code SHF_ALLOC}). */
    public boolean isAllocated() {
        return (flags & ALLOC) != 0;
    }

    public boolean isExecutable() {
        return (flags & EXECUTE) != 0;
    }

    /** Whether it holds REL or RELA relocations. */
    public boolean isRelocations() {
        return type == REL || type == RELA;
    }

    /** The name of its type without the prefix {@code SHT_}. */
    public String typeName() {
        return switch (type) {
            case NULL -> "NULL";
            case PROGBITS -> "PROGBITS";
            case SYMTAB -> "SYMTAB";
            case STRTAB -> "STRTAB";
            case RELA -> "RELA";
            case NOBITS -> "NOBITS";
            case REL -> "REL";
            case SYMTAB_SHNDX -> "SYMTAB_SHNDX";
            default -> "0x" + Integer.toHexString(type);
        };
    }
}
