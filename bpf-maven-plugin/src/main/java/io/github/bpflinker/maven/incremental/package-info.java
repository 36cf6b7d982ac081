/**
 * Knows whether something that was built must be built again: a state file beside each output holds the options that it
 * was built with and what its inputs looked like. Nothing here starts a process.
 */
@NullMarked
package io.github.bpflinker.maven.incremental;

import org.jspecify.annotations.NullMarked;
