package io.github.bpflinker.kernel.verifier;

import io.github.bpflinker.diagnostic.SourceLocation;
import java.util.List;
import java.util.Optional;

/**
 * The reason for which a program was rejected.
 *
 * @param message the last error message of the verifier or, without one, of the loader
 * @param lines the quoted source line, the log of the instructions of that line, and the kernel's explanation, if there
 *     is one
 * @param location the source line, if the object has line information
 * @param panic whether the endless loop of a Rust panic handler is the cause
 */
public record VerifierError(String message, List<String> lines, Optional<SourceLocation> location, boolean panic) {

    public VerifierError {
        lines = List.copyOf(lines);
    }
}
