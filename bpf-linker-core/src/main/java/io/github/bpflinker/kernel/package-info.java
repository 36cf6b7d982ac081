/**
 * Kernels: what an object needs of them, and whether the running one accepts it. May use the packages below it, and starts
 * bpftool; whatever it loads it unloads.
 */
@NullMarked
package io.github.bpflinker.kernel;

import org.jspecify.annotations.NullMarked;
