/**
 * A typed wrapper of the LLVM C API. The creator of a {@code Context} or {@code Module} closes it; functions, globals
 * and instructions are valid until their module is closed. Raw handles are not exposed. Only {@link
 * io.github.bpflinker.llvm.TargetMachine} and the classes for CO-RE depend on the BPF target. May use {@code llvm.raw},
 * {@code diagnostic} and {@code version}.
 */
@NullMarked
package io.github.bpflinker.llvm;

import org.jspecify.annotations.NullMarked;
