/**
 * Events of programs: ring buffers, perf event arrays, the trace pipe and streams of programs, and ring buffers to
 * programs. Zero-copy consumers, loops over several buffers, publishers and iterators. Uses the loader for descriptors and
 * errors.
 */
@NullMarked
package io.github.bpflinker.events;

import org.jspecify.annotations.NullMarked;
