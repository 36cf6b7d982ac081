/** Tests of test runs and measurements, with the running kernel. */
@NullMarked
package io.github.bpflinker.run;

import org.jspecify.annotations.NullMarked;
