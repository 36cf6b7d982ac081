package io.github.bpflinker.kernel;

import java.util.List;

/** What the running kernel said about an object. */
public sealed interface LoadResult {

    /**
     * All programs passed the verifier. They are unloaded again.
     *
     * @param programs their names as the loader pinned them, sorted
     */
    record Accepted(List<String> programs) implements LoadResult {
        public Accepted {
            programs = List.copyOf(programs);
        }
    }

    /**
     * At least one program or map was refused, by the kernel or before that by libbpf.
     *
     * @param log what the loader printed, the verifier's log included
     */
    record Refused(String log) implements LoadResult {}

    /**
     * The verifier was still at work when the time was over, and was ended.
     *
     * @param log what the loader had printed by then
     * @param seconds how long it had
     */
    record Unfinished(String log, int seconds) implements LoadResult {}

    /**
     * The kernel could not be asked.
     *
     * @param reason what is missing, and the command that helps
     */
    record Skipped(String reason) implements LoadResult {}
}
