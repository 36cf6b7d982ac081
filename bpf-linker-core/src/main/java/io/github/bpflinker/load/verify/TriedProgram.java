package io.github.bpflinker.load.verify;

import java.util.List;

/**
 * A program that the kernel accepted.
 *
 * @param name its function
 * @param type its type, as in {@code xdp}
 * @param jitedBytes of machine code; 0 if it would be interpreted
 * @param log what the verifier said, line by line
 */
public record TriedProgram(String name, String type, int jitedBytes, List<String> log) {
    public TriedProgram {
        log = List.copyOf(log);
    }
}
