/** The rules of the design as tests: which package may use which, and what the public API shows. */
@NullMarked
package io.github.bpflinker.architecture;

import org.jspecify.annotations.NullMarked;
