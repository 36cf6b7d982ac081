/** What an object needs of a kernel, by libbpf's rules and the tables of {@code kernel.table}: features, the places that use
 * them, and the oldest release that has them. Reads objects only; asks no kernel. */
@NullMarked
package io.github.bpflinker.kernel.requirements;

import org.jspecify.annotations.NullMarked;
