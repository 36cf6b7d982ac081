/**
 * Verification of an object by the running kernel and parsing of the verifier's log. May use {@code kernel} and the
 * packages below it.
 */
@NullMarked
package io.github.bpflinker.kernel.verifier;

import org.jspecify.annotations.NullMarked;
