/**
 * The system calls that loading BPF takes, bound by JNA. One method per call or bpf(2) command, arguments as the kernel
 * has them, nothing decided here. The only package of the run-time side that knows JNA; uses nothing else of this library.
 */
@NullMarked
package io.github.bpflinker.load.syscall;

import org.jspecify.annotations.NullMarked;
