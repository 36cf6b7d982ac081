package io.github.bpflinker.load.plan;

/** Thrown if an object can't be planned. The message is the name of the object and {@link PlanProblem#message()}. */
public final class PlanException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String object;
    private final transient PlanProblem problem;

    public PlanException(String object, PlanProblem problem) {
        super(object + ": " + problem.message());
        this.object = object;
        this.problem = problem;
    }

    public PlanException(String object, PlanProblem problem, Throwable cause) {
        super(object + ": " + problem.message(), cause);
        this.object = object;
        this.problem = problem;
    }

    /** The name given by the caller. */
    public String object() {
        return object;
    }

    public PlanProblem problem() {
        return problem;
    }
}
