package io.github.bpflinker.maven;

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

    public Reason reason() {
        return reason;
    }

    /** What the sentence is made of, in the order that the reason's javadoc gives. */
    public List<String> facts() {
        return facts;
    }
}
