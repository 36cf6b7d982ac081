/** What is loaded into the running kernel, by whomever: programs, maps, links and types. Only reads. */
@NullMarked
package io.github.bpflinker.load.inventory;

import org.jspecify.annotations.NullMarked;
