/**
 * What the verifier says about the programs of an object: its log, taken apart. May use {@code kernel} and the packages
 * below that.
 */
@NullMarked
package io.github.bpflinker.kernel.verifier;

import org.jspecify.annotations.NullMarked;
