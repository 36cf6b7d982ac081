package io.github.bpflinker.cli;

import io.github.bpflinker.diagnostic.Diagnostic;

/** The wording of findings for other front ends than the command line, such as the Maven plugin. */
public final class DiagnosticText {

    private DiagnosticText() {}

    /** What, where, why, and what to do about it, without severity and source location. Options are those of the CLI. */
    public static String sentence(Diagnostic diagnostic) {
        return Messages.sentence(diagnostic);
    }
}
