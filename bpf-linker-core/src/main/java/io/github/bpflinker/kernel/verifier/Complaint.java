package io.github.bpflinker.kernel.verifier;

import io.github.bpflinker.SourceLocation;
import java.util.List;
import java.util.Optional;

/**
 * Why a program was refused.
 *
 * @param message the verifier's last sentence
 * @param lines its last lines: the source line that it was at, and what it says about the instructions of that line
 * @param location the source line, if the object has line information
 */
public record Complaint(String message, List<String> lines, Optional<SourceLocation> location) {

    public Complaint {
        lines = List.copyOf(lines);
    }
}
