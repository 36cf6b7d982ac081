/** Tests of the package. */
@NullMarked
package io.github.bpflinker.maven.compile;

import org.jspecify.annotations.NullMarked;
