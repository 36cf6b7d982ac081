/** Tests of the package. */
@NullMarked
package io.github.bpflinker.worker;

import org.jspecify.annotations.NullMarked;
