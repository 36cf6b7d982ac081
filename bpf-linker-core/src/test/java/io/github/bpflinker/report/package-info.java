/** Tests of what is said about objects and kernels, as text. */
@NullMarked
package io.github.bpflinker.report;

import org.jspecify.annotations.NullMarked;
