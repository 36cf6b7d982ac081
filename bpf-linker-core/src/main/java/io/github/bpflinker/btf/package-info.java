/**
 * BTF, the type information of BPF programs and of the kernel: the model, and readers and writers of its two sections
 * {@code .BTF} and {@code .BTF.ext}, in either byte order. All public types are immutable. May use {@code elf}, {@code
 * input} and {@code diagnostic}. The subpackages ({@code dedup}, {@code dump}, {@code shape}) build on this package,
 * not the reverse.
 */
@NullMarked
package io.github.bpflinker.btf;

import org.jspecify.annotations.NullMarked;
