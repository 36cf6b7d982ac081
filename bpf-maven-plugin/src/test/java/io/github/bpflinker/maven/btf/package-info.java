/** Tests of the package. */
@NullMarked
package io.github.bpflinker.maven.btf;

import org.jspecify.annotations.NullMarked;
