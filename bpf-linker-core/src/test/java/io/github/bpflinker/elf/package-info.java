/** Tests of the package, and builders of the files that it reads. */
@NullMarked
package io.github.bpflinker.elf;

import org.jspecify.annotations.NullMarked;
