/** Tests of the package. */
@NullMarked
package io.github.bpflinker.kernel.table;

import org.jspecify.annotations.NullMarked;
