package io.github.bpflinker.maven;

import io.github.bpflinker.file.SystemReason;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Thrown if a goal fails for a reason that the user can fix. {@link #getMessage()} is the sentence of the reason.
 */
public final class BuildFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Reason reason;

    public BuildFailure(Reason reason) {
        this(reason, null);
    }

    /** @param cause the underlying exception; null if there is none */
    public BuildFailure(Reason reason, @Nullable Throwable cause) {
        super(reason.sentence(), cause);
        this.reason = reason;
    }

    /** Creates the failure for a file or directory that can't be written. */
    public static BuildFailure unwritable(Path path, IOException cause) {
        return new BuildFailure(new Reason.PathUnwritable(path.toString(), SystemReason.of(cause)), cause);
    }

    /** Creates the failure for a file or directory that can't be read. */
    public static BuildFailure unreadable(Path path, IOException cause) {
        return new BuildFailure(new Reason.PathUnreadable(path.toString(), SystemReason.of(cause)), cause);
    }

    public Reason reason() {
        return reason;
    }

    /** The sentence of the reason. */
    public String sentence() {
        return reason.sentence();
    }
}
