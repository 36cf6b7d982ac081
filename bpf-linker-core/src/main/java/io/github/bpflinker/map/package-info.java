/**
 * Maps of the running kernel as typed collections: their elements as bytes or as values by a codec, one by one, in batches
 * and as views of the JDK's collections; global variables by name. Uses the loader for descriptors and errors.
 */
@NullMarked
package io.github.bpflinker.map;

import org.jspecify.annotations.NullMarked;
