/**
 * BTF as bytes that a loader changes in place before it gives them to the kernel: no type moves and no id changes, as in
 * libbpf 1.8, so that what the kernel gets is the same to the byte. May use only {@code btf}.
 */
@NullMarked
package io.github.bpflinker.load.image;

import org.jspecify.annotations.NullMarked;
