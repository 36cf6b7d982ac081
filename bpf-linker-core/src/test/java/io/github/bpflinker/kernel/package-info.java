/** Tests of the package. */
@NullMarked
package io.github.bpflinker.kernel;

import org.jspecify.annotations.NullMarked;
