package io.github.bpflinker.kernel.verifier;

import io.github.bpflinker.diagnostic.SourceLocation;
import java.util.List;
import java.util.Optional;

/**
 * Why a program was refused.
 *
 * @param message the last sentence with which the verifier itself says what is wrong, or what the loader said instead
 * @param lines the source line that the verifier was at, what it says about the instructions of that line, and how the
 *     kernel explains it, if it does
 * @param location the source line, if the object has line information
 * @param panic whether it is the endless loop of Rust's panic handler
 */
public record VerifierError(String message, List<String> lines, Optional<SourceLocation> location, boolean panic) {

    public VerifierError {
        lines = List.copyOf(lines);
    }
}
