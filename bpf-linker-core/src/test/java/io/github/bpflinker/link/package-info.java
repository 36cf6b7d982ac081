/** Tests of the public API and the driver, and what tests of its packages share: the LLVM of this JVM, modules of IR text. */
@NullMarked
package io.github.bpflinker.link;

import org.jspecify.annotations.NullMarked;
