/**
 * Code generation from the optimized module, post-processing of the object, and writing of the output files. May use
 * {@code link.pass}, {@code btf}, {@code elf}, {@code llvm} and the packages below them.
 */
@NullMarked
package io.github.bpflinker.link.emit;

import org.jspecify.annotations.NullMarked;
