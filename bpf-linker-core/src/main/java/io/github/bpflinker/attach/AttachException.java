package io.github.bpflinker.attach;

import io.github.bpflinker.load.syscall.Errno;
import java.util.OptionalInt;

/**
 * A program could not be attached, or a link not be changed. Nothing that was opened for it is left open. The message is a
 * sentence with what, why and the remedy; {@link #problem()} has the same as data.
 */
public final class AttachException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient AttachProblem problem;

    public AttachException(AttachProblem problem) {
        super(problem.message());
        this.problem = problem;
    }

    static AttachException unsuitable(String reason) {
        return new AttachException(new AttachProblem.Unsuitable(reason));
    }

    /** What went wrong. */
    public AttachProblem problem() {
        return problem;
    }

    /** The error number of the kernel, if it was the kernel that refused; names are in {@link Errno}. */
    public OptionalInt errno() {
        return problem instanceof AttachProblem.Refused refused ? OptionalInt.of(refused.errno()) : OptionalInt.empty();
    }
}
