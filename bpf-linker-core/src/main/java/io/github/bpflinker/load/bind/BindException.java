package io.github.bpflinker.load.bind;

/**
 * Thrown if a plan can't be bound to a kernel. The message is the name of the object and {@link BindProblem#message()}.
 */
public final class BindException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient BindProblem problem;

    public BindException(String object, BindProblem problem) {
        super(object + ": " + problem.message());
        this.problem = problem;
    }

    public BindProblem problem() {
        return problem;
    }
}
