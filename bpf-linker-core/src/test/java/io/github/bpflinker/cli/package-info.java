/** Tests of the command line. */
@NullMarked
package io.github.bpflinker.cli;

import org.jspecify.annotations.NullMarked;
