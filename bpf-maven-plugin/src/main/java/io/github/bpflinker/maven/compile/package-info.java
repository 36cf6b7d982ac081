/**
 * The goal {@code compile}: compiles C with the package {@code c} and crates with {@code rust}, and writes the list of
 * link units. Does not use Maven's API.
 */
@NullMarked
package io.github.bpflinker.maven.compile;

import org.jspecify.annotations.NullMarked;
