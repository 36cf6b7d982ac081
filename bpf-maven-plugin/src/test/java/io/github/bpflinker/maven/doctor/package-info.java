/** Tests of the package. */
@NullMarked
package io.github.bpflinker.maven.doctor;

import org.jspecify.annotations.NullMarked;
