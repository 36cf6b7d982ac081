/** Types of option values: output kind, optimization level, requested LLVM. May use {@code version}. */
@NullMarked
package io.github.bpflinker.option;

import org.jspecify.annotations.NullMarked;
