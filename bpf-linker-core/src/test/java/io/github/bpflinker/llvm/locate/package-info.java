/** Tests of the package: finding on made-up machines, asking on the real libraries of this one. */
@NullMarked
package io.github.bpflinker.llvm.locate;

import org.jspecify.annotations.NullMarked;
