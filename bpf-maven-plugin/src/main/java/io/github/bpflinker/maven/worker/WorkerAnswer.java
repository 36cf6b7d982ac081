package io.github.bpflinker.maven.worker;

import io.github.bpflinker.worker.LinkReport;

/** What came of a request. */
public sealed interface WorkerAnswer {

    /**
     * The command ran to its end.
     *
     * @param exitCode 0 for success
     * @param output what it printed
     * @param report the same as data
     */
    record Finished(int exitCode, String output, LinkReport report) implements WorkerAnswer {}

    /**
     * The worker ended instead of answering.
     *
     * @param phase of the link that it was in; empty if it did not even start
     * @param lastWords what matters of what it printed last
     * @param log all of it
     * @param killed whether somebody else ended it without a word: a user, or the kernel that ran out of memory
     */
    record Died(String phase, String lastWords, String log, boolean killed) implements WorkerAnswer {}

    /**
     * The time was up; the worker is gone.
     *
     * @param phase of the link that it was in
     */
    record Hung(String phase) implements WorkerAnswer {}
}
