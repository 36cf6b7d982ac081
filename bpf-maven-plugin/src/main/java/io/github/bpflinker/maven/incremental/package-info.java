/**
 * Incremental builds: a state file for each output records the options and the fingerprints of the inputs, to determine
 * whether the output is up to date. Does not start processes or use Maven's API.
 */
@NullMarked
package io.github.bpflinker.maven.incremental;

import org.jspecify.annotations.NullMarked;
