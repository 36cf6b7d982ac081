/**
 * Transformations of an object's BTF that make kernels and loaders accept it. Each step is one class and returns a new
 * model; {@link io.github.bpflinker.btf.shape.BtfShaper} lists the steps. May use {@code btf}, {@code btf.dedup} and
 * the packages below them.
 */
@NullMarked
package io.github.bpflinker.btf.shape;

import org.jspecify.annotations.NullMarked;
