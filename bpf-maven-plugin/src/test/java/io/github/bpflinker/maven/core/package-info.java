/** Tests of the package. */
@NullMarked
package io.github.bpflinker.maven.core;

import org.jspecify.annotations.NullMarked;
