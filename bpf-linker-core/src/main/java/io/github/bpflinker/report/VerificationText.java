package io.github.bpflinker.report;

import io.github.bpflinker.kernel.verifier.VerifierError;
import io.github.bpflinker.load.verify.LoadResult;
import io.github.bpflinker.load.verify.ProgramFigures;
import io.github.bpflinker.load.verify.ProgramVerdict;
import io.github.bpflinker.load.verify.ProgramVerdict.Verdict;
import io.github.bpflinker.load.verify.Verification;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The result of verifying an object with the running kernel, as text. */
public final class VerificationText {

    private static final String NO_REASON = "it does not say why";

    private VerificationText() {}

    public static List<String> lines(String file, Verification verification) {
        List<String> lines = new ArrayList<>();
        if (verification.result() instanceof LoadResult.Skipped skipped) {
            lines.add(file + ": skipped: " + skipped.reason());
            return lines;
        }
        if (verification.isAccepted()) {
            List<String> loaded = verification.programs().stream()
                    .filter(program -> !program.optional())
                    .map(ProgramVerdict::program)
                    .toList();
            lines.add(file + ": accepted, " + loaded.size() + " loaded" + (loaded.isEmpty() ? "" : ": ")
                    + String.join(", ", loaded));
        } else {
            refused(file, verification, lines);
        }
        verification.programs().stream()
                .filter(ProgramVerdict::optional)
                .forEach(program -> optional(file, program, lines));
        return lines;
    }

    /** The statistics of the loaded programs; without rows if none was loaded. */
    public static TextTable table(Verification verification) {
        TextTable table = new TextTable(ProgramFigures.HEADINGS.toArray(String[]::new));
        verification.programs().stream()
                .filter(program -> program.verdict() == Verdict.ACCEPTED)
                .forEach(program -> table.row(ProgramFigures.row(program).toArray(String[]::new)));
        return table;
    }

    private static void refused(String file, Verification verification, List<String> lines) {
        Optional<ProgramVerdict> program = verification.refusedProgram();
        lines.add(file + ": refused: "
                + program.map(refused -> "program '" + refused.program() + "': " + reason(refused))
                        .or(verification::loaderReason)
                        .orElse(NO_REASON));
        program.flatMap(ProgramVerdict::complaint)
                .ifPresent(complaint -> complaint.lines().forEach(line -> lines.add("  " + line)));
    }

    private static void optional(String file, ProgramVerdict program, List<String> lines) {
        String name = file + ": optional program '" + program.program() + "' ";
        if (program.verdict() == Verdict.ACCEPTED) {
            lines.add(name + "accepted");
            return;
        }
        boolean refused = program.verdict() == Verdict.REFUSED;
        lines.add(name + (refused ? "refused, which does not count: " + reason(program) : "could not be tried"));
        program.complaint().ifPresent(complaint -> complaint.lines().forEach(line -> lines.add("  " + line)));
    }

    private static String reason(ProgramVerdict program) {
        return program.complaint().map(VerificationText::reason).orElse(NO_REASON);
    }

    private static String reason(VerifierError complaint) {
        String place = complaint.location().map(at -> " (" + at + ")").orElse("");
        return complaint.message()
                + place
                + (complaint.panic()
                        ? "; this is the endless loop of a Rust panic handler: link with --panic-exit, which ends the"
                                + " program instead"
                        : "");
    }
}
