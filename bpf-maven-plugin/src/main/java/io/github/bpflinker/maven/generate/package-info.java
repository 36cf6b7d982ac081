/**
 * The goal {@code generate}: keeps the Java sources generated from the project's objects up to date, and removes what
 * earlier builds generated. The sources themselves are written by core. Does not use Maven's API.
 */
@NullMarked
package io.github.bpflinker.maven.generate;

import org.jspecify.annotations.NullMarked;
