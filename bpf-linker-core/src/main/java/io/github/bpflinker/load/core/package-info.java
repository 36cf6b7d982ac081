/**
 * Computation of CO-RE relocations, by the rules of libbpf 1.8 ({@code tools/lib/bpf/relo_core.c} of Linux 7.3). Works
 * on types and single instructions, independent of objects and of the running system. May use only {@code btf} and
 * {@code elf}.
 */
@NullMarked
package io.github.bpflinker.load.core;

import org.jspecify.annotations.NullMarked;
