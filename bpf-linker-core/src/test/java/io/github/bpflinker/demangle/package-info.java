/** Tests of the package. */
@NullMarked
package io.github.bpflinker.demangle;

import org.jspecify.annotations.NullMarked;
