/**
 * Determines statically which kernel features an object requires, by libbpf's rules and the tables of {@code
 * kernel.table}: the features, their uses, and the oldest release that has all of them. Never accesses the running
 * kernel. May use {@code kernel.table}, {@code kernel.code}, {@code btf} and {@code elf}.
 */
@NullMarked
package io.github.bpflinker.kernel.requirements;

import org.jspecify.annotations.NullMarked;
