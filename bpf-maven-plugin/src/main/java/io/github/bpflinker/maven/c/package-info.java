/** C to bitcode: which clang, with which flags and headers, what it says, and when it need not run. */
@NullMarked
package io.github.bpflinker.maven.c;

import org.jspecify.annotations.NullMarked;
