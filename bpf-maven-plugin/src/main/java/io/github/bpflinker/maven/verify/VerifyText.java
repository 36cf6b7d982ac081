package io.github.bpflinker.maven.verify;

import io.github.bpflinker.kernel.verifier.ProgramVerdict;
import io.github.bpflinker.kernel.verifier.Verification;
import io.github.bpflinker.kernel.verifier.VerifierError;
import java.util.List;
import java.util.stream.Collectors;

/** What the verifier counted and complained about, in half a line. */
final class VerifyText {

    static final String NO_REASON = "it does not say why";

    private VerifyText() {}

    static String statistics(ProgramVerdict program) {
        StringBuilder text = new StringBuilder(program.instructions() + " instructions");
        program.statistics()
                .processed()
                .ifPresent(count -> text.append(", ").append(count).append(" verified"));
        List<Long> depths = program.statistics().stackDepths();
        if (!depths.isEmpty()) {
            text.append(", stack ")
                    .append(depths.stream().map(String::valueOf).collect(Collectors.joining("+")))
                    .append(" bytes");
        }
        return text.toString();
    }

    /** Why a program is refused, where, and what helps if that is known. */
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
