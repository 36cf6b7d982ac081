/**
 * What a BPF object asks of a loader, as an immutable value: programs, functions, maps, global data, externs, relocations.
 * The same object gives the same {@link io.github.bpflinker.load.plan.LoadPlan} on every machine; nothing here needs a
 * kernel, root or a native library. What depends on the host is decided one step later, in {@code load.bind}.
 *
 * <p>The rules are those of libbpf 1.8 ({@code tools/lib/bpf/libbpf.c} of Linux 7.3); where a class goes beyond them, it
 * says so. May use only {@code kernel.table}, {@code btf}, {@code elf} and the root package.
 */
@NullMarked
package io.github.bpflinker.load.plan;

import org.jspecify.annotations.NullMarked;
