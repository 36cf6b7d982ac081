/** Tests of buffers between programs and user space, with the running kernel. */
@NullMarked
package io.github.bpflinker.events;

import org.jspecify.annotations.NullMarked;
