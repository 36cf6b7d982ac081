/** Looks at the machine: what there is for C, Rust, LLVM and the kernel, and what is missing. Changes nothing. */
@NullMarked
package io.github.bpflinker.maven.doctor;

import org.jspecify.annotations.NullMarked;
