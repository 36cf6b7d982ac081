/** Tests of resolution and merging on small modules and archives. */
@NullMarked
package io.github.bpflinker.link.resolve;

import org.jspecify.annotations.NullMarked;
