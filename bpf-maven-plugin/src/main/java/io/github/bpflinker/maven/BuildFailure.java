package io.github.bpflinker.maven;

import io.github.bpflinker.file.SystemReason;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A goal failed for a reason that the user can understand and mend. Carries data; the sentences are elsewhere. */
public final class BuildFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final transient List<String> facts;

    public BuildFailure(Reason reason, String... facts) {
        this(reason, null, List.of(facts));
    }

    /**
     * @param reason what went wrong
     * @param cause what was thrown underneath, if anything was
     * @param facts as the constant's javadoc lists them
     */
    public BuildFailure(Reason reason, @Nullable Throwable cause, List<String> facts) {
        super(reason + " " + facts, cause);
        this.reason = reason;
        this.facts = List.copyOf(facts);
    }

    /** A file or folder could not be written, for the reason that the system gives. */
    public static BuildFailure unwritable(Path path, IOException cause) {
        return new BuildFailure(Reason.PATH_UNWRITABLE, cause, List.of(path.toString(), SystemReason.of(cause)));
    }

    /** A file or folder could not be read, for the reason that the system gives. */
    public static BuildFailure unreadable(Path path, IOException cause) {
        return new BuildFailure(Reason.PATH_UNREADABLE, cause, List.of(path.toString(), SystemReason.of(cause)));
    }

    public Reason reason() {
        return reason;
    }

    /** What the sentence is made of, in the order that the reason's javadoc gives. */
    public List<String> facts() {
        return facts;
    }
}
