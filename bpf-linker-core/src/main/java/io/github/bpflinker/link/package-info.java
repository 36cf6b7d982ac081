/**
 * The public API of the linker, {@link io.github.bpflinker.link.Linker} with its request and result, and the driver
 * {@code LinkPipeline}, which runs the phases of a link. May use passes, inputs, LLVM and everything below them.
 */
@NullMarked
package io.github.bpflinker.link;

import org.jspecify.annotations.NullMarked;
