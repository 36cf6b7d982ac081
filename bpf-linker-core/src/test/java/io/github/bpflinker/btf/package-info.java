/** Tests of reading and writing BTF, on what clang and the kernel really produce. */
@NullMarked
package io.github.bpflinker.btf;

import org.jspecify.annotations.NullMarked;
