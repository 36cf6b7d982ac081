/**
 * ELF files: {@link ElfFile}, a read-only view of any of them, {@link BpfObject}, the programs, maps and relocations of
 * a BPF object, and {@link ElfRewriter}, which writes a modified copy of an object in memory. May use {@code
 * diagnostic} and {@code file}.
 */
@NullMarked
package io.github.bpflinker.elf;

import org.jspecify.annotations.NullMarked;
