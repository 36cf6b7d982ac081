package io.github.bpflinker.diagnostic;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Thrown if an operation of the linker fails for a reason that the user can fix. {@link #getMessage()} is the message
 * of the first diagnostic, with its location and remedy, as the command line prints it. Front ends with other option
 * names format {@link #diagnostics()} with {@link DiagnosticText}.
 */
public class LinkException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Diagnostic> diagnostics;

    public LinkException(Diagnostic diagnostic) {
        this(List.of(diagnostic), null);
    }

    public LinkException(Diagnostic diagnostic, @Nullable Throwable cause) {
        this(List.of(diagnostic), cause);
    }

    /**
     * @param diagnostics all diagnostics, the fatal one first; earlier warnings can follow
     * @param cause the underlying exception; null if there is none
     */
    public LinkException(List<Diagnostic> diagnostics, @Nullable Throwable cause) {
        super(DiagnosticText.line(diagnostics.get(0)), cause);
        this.diagnostics = List.copyOf(diagnostics);
    }

    /** All diagnostics, the fatal one first. Never empty. */
    public final List<Diagnostic> diagnostics() {
        return diagnostics;
    }

    /** The diagnostic that made the operation fail. */
    public final Diagnostic diagnostic() {
        return diagnostics.get(0);
    }
}
