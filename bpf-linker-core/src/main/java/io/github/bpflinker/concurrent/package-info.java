/** Threads for work that the calling thread can't do itself. Uses no other package. */
@NullMarked
package io.github.bpflinker.concurrent;

import org.jspecify.annotations.NullMarked;
