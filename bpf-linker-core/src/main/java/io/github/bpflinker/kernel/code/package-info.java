/**
 * What the instructions of a function do: control flow, stack, kinds of instructions. Pure functions over decoded code of
 * any quality; nothing here knows kernels. May use elf and the root package.
 */
@NullMarked
package io.github.bpflinker.kernel.code;

import org.jspecify.annotations.NullMarked;
