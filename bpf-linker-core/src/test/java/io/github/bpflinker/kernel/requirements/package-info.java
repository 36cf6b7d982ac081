/** Tests of the package. */
@NullMarked
package io.github.bpflinker.kernel.requirements;

import org.jspecify.annotations.NullMarked;
