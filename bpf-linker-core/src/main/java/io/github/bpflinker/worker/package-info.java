/**
 * The persistent worker: Bazel's JSON worker protocol on standard input and output, and the child workers that take the
 * links for which this process has loaded the wrong LLVM. Knows nothing of commands: it is given a
 * {@link io.github.bpflinker.worker.RequestHandler}.
 */
@NullMarked
package io.github.bpflinker.worker;

import org.jspecify.annotations.NullMarked;
