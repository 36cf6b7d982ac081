package io.github.bpflinker.load.verify;

import java.util.List;
import java.util.Optional;

/** The result of loading an object for verification. */
public sealed interface LoadResult {

    /**
     * All programs were accepted. They have been unloaded.
     *
     * @param programs in the order of the object
     */
    record Accepted(List<TriedProgram> programs) implements LoadResult {
        public Accepted {
            programs = List.copyOf(programs);
        }

        /** The names of the programs, in the order of the object. */
        public List<String> names() {
            return programs.stream().map(TriedProgram::name).toList();
        }
    }

    /**
     * At least one program or map was rejected by the kernel, or can't be loaded by any kernel.
     *
     * @param program the name of the rejected program; empty if the cause is not a program
     * @param reason one sentence without its full stop
     * @param log the lines of the verifier's log of the program
     */
    record Refused(Optional<String> program, String reason, List<String> log) implements LoadResult {
        public Refused {
            log = List.copyOf(log);
        }
    }

    /**
     * The verifier exceeded the time limit.
     *
     * @param program the name of the program that was being verified
     * @param seconds the time limit in seconds
     */
    record Unfinished(String program, long seconds) implements LoadResult {}

    /**
     * Verification was not possible.
     *
     * @param reason the missing condition and the remedy
     */
    record Skipped(String reason) implements LoadResult {}
}
