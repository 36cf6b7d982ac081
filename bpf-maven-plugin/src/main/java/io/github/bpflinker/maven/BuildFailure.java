package io.github.bpflinker.maven;

import io.github.bpflinker.file.SystemReason;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A goal failed for a reason that the user can understand and mend. {@link #getMessage()} is the sentence of the reason.
 */
public final class BuildFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Reason reason;

    public BuildFailure(Reason reason) {
        this(reason, null);
    }

    /** @param cause what was thrown underneath, if anything was */
    public BuildFailure(Reason reason, @Nullable Throwable cause) {
        super(reason.sentence(), cause);
        this.reason = reason;
    }

    /** A file or folder could not be written, for the reason that the system gives. */
    public static BuildFailure unwritable(Path path, IOException cause) {
        return new BuildFailure(new Reason.PathUnwritable(path.toString(), SystemReason.of(cause)), cause);
    }

    /** A file or folder could not be read, for the reason that the system gives. */
    public static BuildFailure unreadable(Path path, IOException cause) {
        return new BuildFailure(new Reason.PathUnreadable(path.toString(), SystemReason.of(cause)), cause);
    }

    public Reason reason() {
        return reason;
    }

    /** One sentence: what, where, why, and the remedy. */
    public String sentence() {
        return reason.sentence();
    }
}
