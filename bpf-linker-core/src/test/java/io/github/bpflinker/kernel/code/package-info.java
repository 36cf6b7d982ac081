/** Tests of the package. */
@NullMarked
package io.github.bpflinker.kernel.code;

import org.jspecify.annotations.NullMarked;
