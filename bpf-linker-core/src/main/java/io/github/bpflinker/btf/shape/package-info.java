/**
 * What the linker does to the BTF of an object so that kernels and loaders accept it: one class per step, each from
 * model to model. {@link io.github.bpflinker.btf.shape.BtfShaper} is the list of steps.
 */
@NullMarked
package io.github.bpflinker.btf.shape;

import org.jspecify.annotations.NullMarked;
