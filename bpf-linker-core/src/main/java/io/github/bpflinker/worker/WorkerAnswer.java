package io.github.bpflinker.worker;

/** The outcome of a request to a worker process. */
public sealed interface WorkerAnswer {

    /** The worker responded. */
    record Finished(WorkResponse response) implements WorkerAnswer {}

    /**
     * The process ended without a response.
     *
     * @param phase the phase of the link; empty if it had not started
     * @param exitCode the exit code: 128 plus the signal number if a signal terminated the process
     * @param log the last lines of its error output; if there are none, the invalid line that it sent as a response
     */
    record Ended(String phase, int exitCode, String log) implements WorkerAnswer {

        /** The exit code after SIGKILL, the signal of users and of a kernel that is out of memory. */
        private static final int KILLED = 128 + 9;

        /** Whether the process was killed without a word, by a user or by the kernel for lack of memory. */
        public boolean killed() {
            return log.isBlank() && exitCode == KILLED;
        }
    }

    /**
     * The time limit was exceeded, and the process and its descendants were terminated.
     *
     * @param phase the phase of the link
     */
    record TimedOut(String phase) implements WorkerAnswer {}
}
