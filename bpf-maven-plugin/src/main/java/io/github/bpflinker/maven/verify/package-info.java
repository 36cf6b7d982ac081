/** Loads objects into the running kernel and tells what the verifier says. Knows no Maven. */
@NullMarked
package io.github.bpflinker.maven.verify;

import org.jspecify.annotations.NullMarked;
