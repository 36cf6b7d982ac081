/** Tests of markers: the syntax of their names, and what programs with them see in kernels. */
@NullMarked
package io.github.bpflinker.link.marker;

import org.jspecify.annotations.NullMarked;
