/** Tests of the package. */
@NullMarked
package io.github.bpflinker.cli.worker;

import org.jspecify.annotations.NullMarked;
