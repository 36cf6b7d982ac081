/**
 * A plan made fit for one kernel: CO-RE applied, externs found, functions appended to the programs that use them, what the
 * kernel does not know taken out of the BTF. A pure function of the {@link io.github.bpflinker.load.plan.LoadPlan} and of
 * what a {@link io.github.bpflinker.load.bind.Host} says about the kernel, so that it can be tried for a kernel that is
 * not at hand. Maps, modules and programs are named by their place in the plan; file descriptors come later.
 *
 * <p>May use only {@code load.plan}, {@code load.core} and what is below them.
 */
@NullMarked
package io.github.bpflinker.load.bind;

import org.jspecify.annotations.NullMarked;
