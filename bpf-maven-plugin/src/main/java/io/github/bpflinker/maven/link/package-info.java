/** Bitcode to objects: what the linker is told, in which worker, what it says, and when it need not run. */
@NullMarked
package io.github.bpflinker.maven.link;

import org.jspecify.annotations.NullMarked;
