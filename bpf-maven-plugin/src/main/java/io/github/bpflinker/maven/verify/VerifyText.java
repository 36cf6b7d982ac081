package io.github.bpflinker.maven.verify;

import io.github.bpflinker.kernel.verifier.VerifierError;
import io.github.bpflinker.load.verify.ProgramFigures;
import io.github.bpflinker.load.verify.ProgramVerdict;
import io.github.bpflinker.load.verify.ProgramVerdict.Verdict;
import io.github.bpflinker.load.verify.Verification;
import io.github.bpflinker.text.Printable;
import java.util.ArrayList;
import java.util.List;

/** Formats the verifier's statistics and errors for log lines. */
final class VerifyText {

    static final String NO_REASON = "it does not say why";

    private VerifyText() {}

    /** The statistics of the accepted programs as a table: a line of headings, then a line for each program. */
    static List<String> table(Verification verification) {
        List<List<String>> rows = new ArrayList<>(List.of(ProgramFigures.HEADINGS));
        verification.programs().stream()
                .filter(program -> program.verdict() == Verdict.ACCEPTED)
                .forEach(program -> rows.add(ProgramFigures.row(program)));
        if (rows.size() == 1) {
            return List.of();
        }
        int[] widths = new int[ProgramFigures.HEADINGS.size()];
        for (List<String> row : rows) {
            for (int column = 0; column < widths.length; column++) {
                widths[column] = Math.max(widths[column], row.get(column).length());
            }
        }
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    private static String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            String cell = Printable.line(row.get(column));
            line.append(cell).append(" ".repeat(Math.max(0, widths[column] - cell.length()) + 2));
        }
        return line.toString().stripTrailing();
    }

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
