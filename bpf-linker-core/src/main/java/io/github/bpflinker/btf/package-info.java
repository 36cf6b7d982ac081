/**
 * BTF, the type information of BPF programs and of the kernel: the model, and readers and writers of its two sections
 * {@code .BTF} and {@code .BTF.ext}, in either byte order. Everything public here is immutable. May use only the root
 * package and {@code elf}; the packages below it (deduplication, dumps) build on this one, never the other way round.
 */
@NullMarked
package io.github.bpflinker.btf;

import org.jspecify.annotations.NullMarked;
