package io.github.bpflinker.maven.verify;

import io.github.bpflinker.kernel.verifier.VerifierError;
import io.github.bpflinker.load.verify.ProgramVerdict;
import io.github.bpflinker.load.verify.Verification;

/** Formats the verifier's errors for log lines. */
final class VerifyText {

    static final String NO_REASON = "it does not say why";

    private VerifyText() {}

    /** The reason for a rejection, its location, and the remedy if one is known. */
    static String reason(ProgramVerdict program) {
        return program.complaint().map(VerifyText::reason).orElse(NO_REASON);
    }

    private static String reason(VerifierError complaint) {
        return complaint.message()
                + complaint.location().map(at -> " (" + at + ")").orElse("")
                + (complaint.panic()
                        ? "; this is the endless loop of a Rust panic handler, which <panicExit> replaces by the end of"
                                + " the program"
                        : "");
    }

    static String whyNotLoaded(Verification verification, ProgramVerdict program) {
        if (program.optional()) {
            return "it could not be tried alone";
        }
        return verification.refusedProgram().isPresent()
                ? "another program of the object was refused"
                : verification.loaderReason().orElse(NO_REASON);
    }
}
