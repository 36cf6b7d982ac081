/**
 * BPF objects in the running kernel: {@link io.github.bpflinker.load.BpfLoader} makes
 * {@link io.github.bpflinker.load.LoadedObject}s out of object files, with maps and programs that close with it. Knows ELF,
 * BTF, kernels and system calls; neither LLVM nor the command line, and starts no other program.
 */
@NullMarked
package io.github.bpflinker.load;

import org.jspecify.annotations.NullMarked;
