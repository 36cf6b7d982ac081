/**
 * Linking of bitcode to objects: arguments of the linker, workers, diagnostics, incremental builds. Does not use
 * Maven's API.
 */
@NullMarked
package io.github.bpflinker.maven.link;

import org.jspecify.annotations.NullMarked;
