package io.github.bpflinker.diagnostic;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An operation of the linker failed for a reason that the user can understand and mend. It carries the findings as
 * data; {@link #getMessage()} is for logs, the sentences for users are made of {@link #diagnostics()}.
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
        super(diagnostics.get(0).toString(), cause);
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
