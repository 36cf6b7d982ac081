/** Tests of what generated classes are made of. */
@NullMarked
package io.github.bpflinker.typed;

import org.jspecify.annotations.NullMarked;
