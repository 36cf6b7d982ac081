/** From the optimized module to bytes, and from bytes to files. */
@NullMarked
package io.github.bpflinker.link.emit;

import org.jspecify.annotations.NullMarked;
