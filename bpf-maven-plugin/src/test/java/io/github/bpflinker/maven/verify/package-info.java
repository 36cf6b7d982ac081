/** Tests of the package. */
@NullMarked
package io.github.bpflinker.maven.verify;

import org.jspecify.annotations.NullMarked;
