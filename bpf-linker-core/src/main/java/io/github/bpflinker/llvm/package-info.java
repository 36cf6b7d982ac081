/**
 * Typed owners over the LLVM C API. A {@code Context} or {@code Module} is closed by whoever made it; functions, globals
 * and instructions borrow from their module and are not to be used once it is closed. Raw handles do not leave this
 * package. Nothing here knows about BPF but {@link io.github.bpflinker.llvm.TargetMachine}.
 */
@NullMarked
package io.github.bpflinker.llvm;

import org.jspecify.annotations.NullMarked;
