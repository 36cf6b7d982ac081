/**
 * Crates to bitcode: which rustc and cargo, the programs that cargo is given as compiler and linker, what cargo says,
 * and when it need not be asked.
 */
@NullMarked
package io.github.bpflinker.maven.rust;

import org.jspecify.annotations.NullMarked;
