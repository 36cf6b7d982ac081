/** Runs the compilers as processes of their own and reads what they print. */
@NullMarked
package io.github.bpflinker.maven.process;

import org.jspecify.annotations.NullMarked;
