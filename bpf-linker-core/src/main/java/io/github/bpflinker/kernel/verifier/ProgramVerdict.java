package io.github.bpflinker.kernel.verifier;

import java.util.Optional;

/**
 * What the kernel thinks of a program.
 *
 * @param program its name
 * @param verdict whether it was loaded
 * @param optional whether a loader loads it only if the application asks for it: its section begins with {@code ?}. It
 *     was tried without the others, and says nothing about the object
 * @param instructions its own, without those of the functions that it calls; a 64-bit load counts as two
 * @param statistics what the verifier counted
 * @param complaint why it was refused
 */
public record ProgramVerdict(
        String program,
        Verdict verdict,
        boolean optional,
        long instructions,
        VerifierStatistics statistics,
        Optional<VerifierError> complaint) {

    /** What became of it. */
    public enum Verdict {
        ACCEPTED,
        REFUSED,
        /** The loader gave up before it came to this one. */
        NOT_REACHED
    }
}
