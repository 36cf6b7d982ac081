package io.github.bpflinker.maven.messages;

import io.github.bpflinker.diagnostic.Diagnostic;
import io.github.bpflinker.diagnostic.DiagnosticText;
import io.github.bpflinker.diagnostic.SourceLocation;
import io.github.bpflinker.maven.Finding;
import java.nio.file.Path;

/** Converts diagnostics of the linker to those of the plugin. */
public final class LinkFindings {

    private LinkFindings() {}

    /** The message of a diagnostic, with POM parameters as option names. */
    public static String sentence(Diagnostic diagnostic) {
        return DiagnosticText.sentence(diagnostic, MavenNames.INSTANCE);
    }

    /**
     * The finding of a diagnostic.
     *
     * @param base the directory to which names of source files are relative
     */
    public static Finding of(Diagnostic diagnostic, Path base) {
        String sentence = sentence(diagnostic);
        SourceLocation location = diagnostic.location();
        return location == null
                ? Finding.general(diagnostic.severity(), sentence)
                : Finding.at(diagnostic.severity(), location, sentence, base);
    }
}
