/** Tests of the package. */
@NullMarked
package io.github.bpflinker.maven.process;

import org.jspecify.annotations.NullMarked;
