package io.github.bpflinker.load;

import io.github.bpflinker.load.bind.BoundProgram;
import java.util.List;

/**
 * A program that was loaded.
 *
 * @param program what it is
 * @param fd its descriptor
 * @param log what the verifier said, if that was asked for
 */
record ProgramHandle(BoundProgram program, int fd, List<String> log) {
    ProgramHandle {
        log = List.copyOf(log);
    }
}
