package io.github.bpflinker.diagnostic;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An operation of the linker failed for a reason that the user can understand and mend. {@link #getMessage()} is the
 * sentence about the first finding, with its place and the remedy, as the command line prints it. Front ends that name
 * options otherwise make their own of {@link #diagnostics()} by {@link DiagnosticText}.
 */
public final class LinkException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Diagnostic> diagnostics;

    public LinkException(Diagnostic diagnostic) {
        this(List.of(diagnostic), null);
    }

    public LinkException(Diagnostic diagnostic, @Nullable Throwable cause) {
        this(List.of(diagnostic), cause);
    }

    /**
     * @param diagnostics all findings, the decisive one first; warnings that came before may follow
     * @param cause what was thrown underneath, if anything was
     */
    public LinkException(List<Diagnostic> diagnostics, @Nullable Throwable cause) {
        super(DiagnosticText.line(diagnostics.get(0)), cause);
        this.diagnostics = List.copyOf(diagnostics);
    }

    /** All findings, the decisive one first. Never empty. */
    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }

    /** The finding that ended the operation. */
    public Diagnostic diagnostic() {
        return diagnostics.get(0);
    }
}
