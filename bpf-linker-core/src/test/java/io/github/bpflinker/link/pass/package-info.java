/** Tests of the passes, each on a few lines of IR. */
@NullMarked
package io.github.bpflinker.link.pass;

import org.jspecify.annotations.NullMarked;
