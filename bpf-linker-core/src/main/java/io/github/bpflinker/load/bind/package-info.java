/**
 * Binding of a plan to a kernel: applies CO-RE relocations, resolves externs, appends functions to the programs that
 * use them, and replaces unsupported BTF. A pure function of the {@link io.github.bpflinker.load.plan.LoadPlan} and a
 * {@link io.github.bpflinker.load.bind.Host}, so it also works for kernels other than the running one. Maps, modules
 * and programs are referenced by index; file descriptors are inserted when the object is loaded.
 *
 * <p>May use only {@code load.plan}, {@code load.core} and what is below them.
 */
@NullMarked
package io.github.bpflinker.load.bind;

import org.jspecify.annotations.NullMarked;
