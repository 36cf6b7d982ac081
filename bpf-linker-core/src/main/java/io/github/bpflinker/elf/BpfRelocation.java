package io.github.bpflinker.elf;

/**
 * A relocation of a BPF object.
 *
 * @param section the section in which something depends on a symbol
 * @param relocation where, how and on what
 */
public record BpfRelocation(ElfSection section, ElfRelocation relocation) {}
