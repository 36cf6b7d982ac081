/** Tests of values as BTF types describe them. */
@NullMarked
package io.github.bpflinker.btf.value;

import org.jspecify.annotations.NullMarked;
