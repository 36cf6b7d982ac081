package io.github.bpflinker.load.bind;

/** A plan does not fit a kernel. The message is {@link BindProblem#message()} behind the name of the object. */
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
