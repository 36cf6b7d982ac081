/**
 * Runs command lines of the linker in other JVMs, because LLVM can take its process with it. One pool for all modules
 * of a build; a worker takes one request at a time.
 */
@NullMarked
package io.github.bpflinker.maven.worker;

import org.jspecify.annotations.NullMarked;
