/** Tests of trial loads, into the running kernel. */
@NullMarked
package io.github.bpflinker.load.verify;

import org.jspecify.annotations.NullMarked;
