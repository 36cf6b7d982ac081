package io.github.bpflinker.load.verify;

import java.util.List;

/**
 * A program that the kernel accepted.
 *
 * @param name its function
 * @param type its type, such as {@code xdp}
 * @param jitedBytes the size of its machine code in bytes; 0 if it is interpreted
 * @param log the lines of the verifier's log
 */
public record TriedProgram(String name, String type, int jitedBytes, List<String> log) {
    public TriedProgram {
        log = List.copyOf(log);
    }
}
