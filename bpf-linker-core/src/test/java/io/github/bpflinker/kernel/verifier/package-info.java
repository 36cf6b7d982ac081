/** Tests of the package. */
@NullMarked
package io.github.bpflinker.kernel.verifier;

import org.jspecify.annotations.NullMarked;
