/** Makes BTF small: equal types become one, and what nothing needs is left out. Makes new {@code Btf}, changes none. */
@NullMarked
package io.github.bpflinker.btf.dedup;

import org.jspecify.annotations.NullMarked;
