/**
 * Kernels: what an object needs of them, and what their verifier says. May use the packages below it; asks no kernel for
 * anything.
 */
@NullMarked
package io.github.bpflinker.kernel;

import org.jspecify.annotations.NullMarked;
