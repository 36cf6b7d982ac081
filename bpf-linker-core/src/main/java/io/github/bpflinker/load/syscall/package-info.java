/**
 * The system calls for loading BPF, bound with JNA: one method per call or bpf(2) command, with the kernel's arguments
 * and without further logic. The only package of the loader that uses JNA; uses no other package.
 */
@NullMarked
package io.github.bpflinker.load.syscall;

import org.jspecify.annotations.NullMarked;
