/** Test runs of loaded programs, run statistics, and machine code. May use {@code load} and the packages below it. */
@NullMarked
package io.github.bpflinker.run;

import org.jspecify.annotations.NullMarked;
