/** Tests of the package. */
@NullMarked
package io.github.bpflinker.json;

import org.jspecify.annotations.NullMarked;
