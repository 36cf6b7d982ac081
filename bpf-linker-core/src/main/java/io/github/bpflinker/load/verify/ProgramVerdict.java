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
 * @param optional whether loaders load it only on request, because its section begins with {@code ?}. Such a program is
 *     verified separately and does not affect the verdict on the object
 * @param instructions its number of instructions, without those of the functions that it calls; a 64-bit load counts as
 *     two
 * @param statistics the verifier's statistics
 * @param jitedBytes the size of its machine code including its functions, in bytes; empty if it was not loaded
 * @param complaint the reason for the rejection
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
