/**
 * The running kernel: whether it accepts an object. May use the packages below it, and starts bpftool; whatever it loads
 * it unloads.
 */
@NullMarked
package io.github.bpflinker.kernel;

import org.jspecify.annotations.NullMarked;
