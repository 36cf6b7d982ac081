/**
 * Runs command lines of the linker in child JVMs, because LLVM can terminate its process. One pool is shared by all
 * modules of a build; a worker handles one request at a time.
 */
@NullMarked
package io.github.bpflinker.maven.worker;

import org.jspecify.annotations.NullMarked;
