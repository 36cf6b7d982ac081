/**
 * The public API, {@link io.github.bpflinker.link.Linker} with its request and result, and the driver that reads as the
 * table of contents of a link. May use everything below it: passes, inputs, LLVM.
 */
@NullMarked
package io.github.bpflinker.link;

import org.jspecify.annotations.NullMarked;
