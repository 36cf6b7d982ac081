/**
 * Planning: reads a BPF object into an immutable {@link io.github.bpflinker.load.plan.LoadPlan} of programs, functions,
 * maps, global data, externs and relocations. Independent of the kernel, of permissions and of native libraries;
 * properties of the host are applied in {@code load.bind}.
 *
 * <p>The rules are those of libbpf 1.8 ({@code tools/lib/bpf/libbpf.c} of Linux 7.3); deviations are documented at the
 * classes. May use only {@code kernel.table}, {@code btf}, {@code elf} and the root package.
 */
@NullMarked
package io.github.bpflinker.load.plan;

import org.jspecify.annotations.NullMarked;
