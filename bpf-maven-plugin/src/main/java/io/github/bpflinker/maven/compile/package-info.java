/** Compiles all sources of a project, C by {@code c} and crates by {@code rust}, and writes the list of what is to be
 * linked. Knows no Maven. */
@NullMarked
package io.github.bpflinker.maven.compile;

import org.jspecify.annotations.NullMarked;
