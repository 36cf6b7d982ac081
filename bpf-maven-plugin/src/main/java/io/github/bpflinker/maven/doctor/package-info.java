/**
 * The goal {@code doctor}: checks the machine for C, Rust, LLVM and kernel support and reports what is missing. Does
 * not modify anything or use Maven's API.
 */
@NullMarked
package io.github.bpflinker.maven.doctor;

import org.jspecify.annotations.NullMarked;
