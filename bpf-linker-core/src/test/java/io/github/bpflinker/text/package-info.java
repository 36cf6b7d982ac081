/** Tests of the package. */
@NullMarked
package io.github.bpflinker.text;

import org.jspecify.annotations.NullMarked;
