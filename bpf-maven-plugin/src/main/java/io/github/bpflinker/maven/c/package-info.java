/**
 * Compilation of C to bitcode: choice of clang, options, header search, diagnostics, incremental builds. Does not use
 * Maven's API.
 */
@NullMarked
package io.github.bpflinker.maven.c;

import org.jspecify.annotations.NullMarked;
