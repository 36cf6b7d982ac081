package io.github.bpflinker.kernel.verifier;

import java.util.Optional;

/**
 * The result of verifying one program.
 *
 * @param program its name
 * @param verdict whether it was loaded
 * @param optional whether loaders load it only on request, because its section begins with {@code ?}. Such a program is
 *     verified separately and does not affect the verdict on the object
 * @param instructions its number of instructions, without those of the functions that it calls; a 64-bit load counts as
 *     two
 * @param statistics the verifier's statistics
 * @param complaint the reason for the rejection
 */
public record ProgramVerdict(
        String program,
        Verdict verdict,
        boolean optional,
        long instructions,
        VerifierStatistics statistics,
        Optional<VerifierError> complaint) {

    /** The outcome for one program. */
    public enum Verdict {
        ACCEPTED,
        REFUSED,
        /** Not verified, because the loader stopped at an earlier program. */
        NOT_REACHED
    }
}
