/**
 * The persistent worker: Bazel's JSON worker protocol on standard input and output; and its clients: a pool of worker
 * processes, the child workers that take the links for which a worker has loaded the wrong LLVM, and a linker that runs
 * each link in such a process. Knows nothing of commands: the worker is given a {@link
 * io.github.bpflinker.worker.RequestHandler}.
 */
@NullMarked
package io.github.bpflinker.worker;

import org.jspecify.annotations.NullMarked;
