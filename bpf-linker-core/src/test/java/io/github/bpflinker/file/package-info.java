/** Tests of the package. */
@NullMarked
package io.github.bpflinker.file;

import org.jspecify.annotations.NullMarked;
