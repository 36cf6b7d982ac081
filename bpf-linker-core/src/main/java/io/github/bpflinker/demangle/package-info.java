/** Readable names of Rust symbols. Pure functions of strings; uses no other package. */
@NullMarked
package io.github.bpflinker.demangle;

import org.jspecify.annotations.NullMarked;
