/**
 * Rust bindings of kernel types: slots, which only know types and are accessed through CO-RE, and exact layouts. May use
 * only {@code btf}.
 */
@NullMarked
package io.github.bpflinker.btf.rust;

import org.jspecify.annotations.NullMarked;
