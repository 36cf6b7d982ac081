/**
 * BTF as bytes that a loader modifies before it passes them to the kernel. As in libbpf 1.8, types are not moved and
 * ids do not change, so the result is identical to libbpf's. May use only {@code btf}.
 */
@NullMarked
package io.github.bpflinker.load.image;

import org.jspecify.annotations.NullMarked;
