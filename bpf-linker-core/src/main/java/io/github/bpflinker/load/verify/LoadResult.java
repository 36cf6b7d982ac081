package io.github.bpflinker.load.verify;

import java.util.List;
import java.util.Optional;

/** What the running kernel said about an object. */
public sealed interface LoadResult {

    /**
     * All programs passed the verifier. They are unloaded again.
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
     * At least one program or map was refused, by the kernel or, before that, because no kernel can load it.
     *
     * @param program the name of the program that was refused; empty if it was something else
     * @param reason one sentence without its full stop
     * @param log the verifier's log of the program, line by line
     */
    record Refused(Optional<String> program, String reason, List<String> log) implements LoadResult {
        public Refused {
            log = List.copyOf(log);
        }
    }

    /**
     * The verifier was still at work when the time was over, and was ended.
     *
     * @param program the name of the program that it was at
     * @param seconds how long it had
     */
    record Unfinished(String program, long seconds) implements LoadResult {}

    /**
     * The kernel could not be asked.
     *
     * @param reason what is missing, and the command that helps
     */
    record Skipped(String reason) implements LoadResult {}
}
