/** Tests of the package, on the embedded LLVM. */
@NullMarked
package io.github.bpflinker.llvm;

import org.jspecify.annotations.NullMarked;
