/** Tests of the package. */
@NullMarked
package io.github.bpflinker.version;

import org.jspecify.annotations.NullMarked;
