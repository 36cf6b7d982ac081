package io.github.bpflinker.elf;

/**
 * A relocation of a BPF object.
 *
 * @param section the section to which the relocation applies
 * @param relocation its offset, type and symbol
 */
public record BpfRelocation(ElfSection section, ElfRelocation relocation) {}
