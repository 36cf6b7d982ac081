/** Releases of Linux and of LLVM as comparable values. Uses no other package. */
@NullMarked
package io.github.bpflinker.version;

import org.jspecify.annotations.NullMarked;
