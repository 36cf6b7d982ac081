package io.github.bpflinker.maven;

import io.github.bpflinker.file.SystemReason;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Thrown if a goal fails for a reason that the user can fix. It carries data; {@code messages} formats the sentence.
 */
public final class BuildFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final transient List<String> facts;

    public BuildFailure(Reason reason, String... facts) {
        this(reason, null, List.of(facts));
    }

    /**
     * @param reason the reason
     * @param cause the underlying exception; null if there is none
     * @param facts the arguments of the message, as documented at the reason
     */
    public BuildFailure(Reason reason, @Nullable Throwable cause, List<String> facts) {
        super(reason + " " + facts, cause);
        this.reason = reason;
        this.facts = List.copyOf(facts);
    }

    /** Creates the failure for a file or directory that can't be written. */
    public static BuildFailure unwritable(Path path, IOException cause) {
        return new BuildFailure(Reason.PATH_UNWRITABLE, cause, List.of(path.toString(), SystemReason.of(cause)));
    }

    /** Creates the failure for a file or directory that can't be read. */
    public static BuildFailure unreadable(Path path, IOException cause) {
        return new BuildFailure(Reason.PATH_UNREADABLE, cause, List.of(path.toString(), SystemReason.of(cause)));
    }

    public Reason reason() {
        return reason;
    }

    /** The arguments of the message, in the order documented at the reason. */
    public List<String> facts() {
        return facts;
    }
}
