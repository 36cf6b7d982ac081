/** Tests of the package. */
@NullMarked
package io.github.bpflinker.maven.requires;

import org.jspecify.annotations.NullMarked;
