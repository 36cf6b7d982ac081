/**
 * CO-RE: what an instruction that a compiler marked has to hold on a kernel whose types differ from those that the program
 * was compiled with, as libbpf 1.8 computes it ({@code tools/lib/bpf/relo_core.c} of Linux 7.3). Knows types and single
 * instructions, no objects and no system. May use only {@code btf} and {@code elf}.
 */
@NullMarked
package io.github.bpflinker.load.core;

import org.jspecify.annotations.NullMarked;
