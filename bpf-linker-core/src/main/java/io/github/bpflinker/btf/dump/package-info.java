/** BTF as text: bpftool's listing and JSON, C headers, and what {@code .BTF.ext} says. Reads the model, changes nothing. */
@NullMarked
package io.github.bpflinker.btf.dump;

import org.jspecify.annotations.NullMarked;
