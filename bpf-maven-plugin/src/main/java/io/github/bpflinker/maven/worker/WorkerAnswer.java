package io.github.bpflinker.maven.worker;

import io.github.bpflinker.worker.LinkReport;

/** The outcome of a request. */
public sealed interface WorkerAnswer {

    /**
     * The command finished.
     *
     * @param exitCode 0 for success
     * @param output its output
     * @param report its structured report
     */
    record Finished(int exitCode, String output, LinkReport report) implements WorkerAnswer {}

    /**
     * The worker ended without a response.
     *
     * @param phase the phase of the link; empty if it had not started
     * @param lastWords the relevant lines of its output
     * @param log its complete output
     * @param killed whether it was killed (SIGKILL) by a user or by the kernel for lack of memory
     */
    record Died(String phase, String lastWords, String log, boolean killed) implements WorkerAnswer {}

    /**
     * The time limit was exceeded and the worker was terminated.
     *
     * @param phase the phase of the link
     */
    record Hung(String phase) implements WorkerAnswer {}
}
