package io.github.bpflinker.load.verify;

import io.github.bpflinker.kernel.verifier.VerifierError;
import io.github.bpflinker.kernel.verifier.VerifierStatistics;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The result of verifying one program.
 *
 * @param program its name
 * @param section the section that it is in
 * @param type its type, as in {@code xdp}; empty if it was not loaded
 * @param verdict whether it was loaded
 * @param optional whether a loader loads it only if the application asks for it: its section begins with {@code ?}. It
 *     was tried without the others, and says nothing about the object
 * @param instructions its own, without those of the functions that it calls; a 64-bit load counts as two
 * @param statistics what the verifier counted
 * @param jitedBytes of machine code, of its functions too; empty if it was not loaded
 * @param complaint why it was refused
 */
public record ProgramVerdict(
        String program,
        String section,
        Optional<String> type,
        Verdict verdict,
        boolean optional,
        long instructions,
        VerifierStatistics statistics,
        OptionalInt jitedBytes,
        Optional<VerifierError> complaint) {

    /** The outcome for one program. */
    public enum Verdict {
        ACCEPTED,
        REFUSED,
        /** Not verified, because the loader stopped at an earlier program. */
        NOT_REACHED
    }
}
