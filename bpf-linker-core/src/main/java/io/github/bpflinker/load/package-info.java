/**
 * Loading of BPF objects into the running kernel: {@link io.github.bpflinker.load.BpfLoader} creates {@link
 * io.github.bpflinker.load.LoadedObject}s, with maps and programs that are closed with the object. Does not use LLVM or
 * the command line, and does not start other programs.
 */
@NullMarked
package io.github.bpflinker.load;

import org.jspecify.annotations.NullMarked;
