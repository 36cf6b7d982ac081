/**
 * Typed access to maps of the running kernel: elements as bytes or values by codecs, single and batch operations, views
 * as JDK collections, global variables by name. May use {@code load} and the packages below it.
 */
@NullMarked
package io.github.bpflinker.map;

import org.jspecify.annotations.NullMarked;
