package io.github.bpflinker.load;

import io.github.bpflinker.load.bind.BoundProgram;
import java.util.List;

/**
 * A program that was loaded.
 *
 * @param program the bound program
 * @param fd its descriptor
 * @param log the verifier's log, if requested
 */
record ProgramHandle(BoundProgram program, int fd, List<String> log) {
    ProgramHandle {
        log = List.copyOf(log);
    }
}
