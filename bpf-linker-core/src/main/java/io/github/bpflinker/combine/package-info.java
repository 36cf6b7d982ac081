/**
 * Combines relocatable BPF objects into one, without LLVM, as libbpf's static linker does: sections of one name are
 * joined, symbols resolved, relocations moved, and types merged. {@link io.github.bpflinker.combine.ObjectCombiner} is
 * the entry point. May use {@code elf}, {@code btf} and {@code diagnostic}.
 */
@NullMarked
package io.github.bpflinker.combine;

import org.jspecify.annotations.NullMarked;
