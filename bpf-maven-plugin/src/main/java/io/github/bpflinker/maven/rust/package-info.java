/**
 * Compilation of crates to bitcode: choice of toolchain, wrapper programs for cargo, diagnostics, incremental builds.
 * Does not use Maven's API.
 */
@NullMarked
package io.github.bpflinker.maven.rust;

import org.jspecify.annotations.NullMarked;
