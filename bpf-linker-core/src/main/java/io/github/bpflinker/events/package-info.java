/**
 * What programs send to user space as it happens: ring buffers, perf event arrays, the trace pipe; and a ring buffer to send
 * to programs. Consumers that copy nothing, loops over several buffers, publishers and iterators. Uses the loader for
 * descriptors and errors.
 */
@NullMarked
package io.github.bpflinker.events;

import org.jspecify.annotations.NullMarked;
