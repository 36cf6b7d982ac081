/** Runs compilers as child processes and collects their output. Does not use Maven's API. */
@NullMarked
package io.github.bpflinker.maven.process;

import org.jspecify.annotations.NullMarked;
