/** Queries of all programs, maps, links and BTF in the running kernel. Modifies nothing. */
@NullMarked
package io.github.bpflinker.load.inventory;

import org.jspecify.annotations.NullMarked;
