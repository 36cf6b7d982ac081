/**
 * Finds the libLLVMs of the machine, including the one in bytedeco's jar, and selects one for a link. Libraries are
 * queried in child processes and never loaded into this process. May use {@code input} and the packages below it.
 */
@NullMarked
package io.github.bpflinker.llvm.locate;

import org.jspecify.annotations.NullMarked;
