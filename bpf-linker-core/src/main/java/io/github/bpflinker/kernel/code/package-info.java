/**
 * Analyses of a function's instructions: control flow, stack use, kinds of instructions. Pure functions that accept
 * arbitrary, even invalid code and know nothing of kernel releases. May use {@code elf}.
 */
@NullMarked
package io.github.bpflinker.kernel.code;

import org.jspecify.annotations.NullMarked;
