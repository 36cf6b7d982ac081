/** Tests of maps as collections, with the running kernel. */
@NullMarked
package io.github.bpflinker.map;

import org.jspecify.annotations.NullMarked;
