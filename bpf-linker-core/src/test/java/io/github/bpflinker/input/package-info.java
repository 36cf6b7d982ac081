/** Tests of the package, and builders of the files that it reads. */
@NullMarked
package io.github.bpflinker.input;

import org.jspecify.annotations.NullMarked;
