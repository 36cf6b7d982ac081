/**
 * Knowledge about kernels: the features that objects require, and the verifier's log. Does not access the running
 * kernel.
 */
@NullMarked
package io.github.bpflinker.kernel;

import org.jspecify.annotations.NullMarked;
