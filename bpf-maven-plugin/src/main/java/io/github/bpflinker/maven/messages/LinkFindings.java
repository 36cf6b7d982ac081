package io.github.bpflinker.maven.messages;

import io.github.bpflinker.diagnostic.Diagnostic;
import io.github.bpflinker.diagnostic.DiagnosticText;
import io.github.bpflinker.diagnostic.SourceLocation;
import io.github.bpflinker.maven.Finding;
import java.nio.file.Path;

/** What the linker finds, in the terms of Maven. */
public final class LinkFindings {

    private LinkFindings() {}

    /** The sentence about a finding, with the parameters of a POM for options. */
    public static String sentence(Diagnostic diagnostic) {
        return DiagnosticText.sentence(diagnostic, MavenNames.INSTANCE);
    }

    /** @param base what the names of source files are relative to */
    public static Finding of(Diagnostic diagnostic, Path base) {
        String sentence = sentence(diagnostic);
        SourceLocation location = diagnostic.location();
        return location == null
                ? Finding.general(diagnostic.severity(), sentence)
                : Finding.at(diagnostic.severity(), location, sentence, base);
    }
}
