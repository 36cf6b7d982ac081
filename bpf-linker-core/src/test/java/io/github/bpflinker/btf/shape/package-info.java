/** Tests of the steps that shape the BTF of an object. */
@NullMarked
package io.github.bpflinker.btf.shape;

import org.jspecify.annotations.NullMarked;
