/**
 * Runs loaded programs on data of the caller's, and measures them: test runs, run counts and times, machine code. Uses the
 * loader; knows neither how programs are attached nor how maps are read.
 */
@NullMarked
package io.github.bpflinker.run;

import org.jspecify.annotations.NullMarked;
