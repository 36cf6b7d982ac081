package io.github.bpflinker.load;

import io.github.bpflinker.load.host.RunningKernel;
import io.github.bpflinker.load.syscall.Errno;
import java.util.List;
import java.util.OptionalInt;

/**
 * An object could not be loaded, or what was asked of a loaded one could not be done. Nothing that was opened for it is
 * left open. The message is a sentence with what, why and the remedy; {@link #problem()} has the same as data.
 */
public final class LoadException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient LoadProblem problem;

    public LoadException(LoadProblem problem) {
        super(problem.message());
        this.problem = problem;
    }

    public LoadException(LoadProblem problem, Throwable cause) {
        super(problem.message(), cause);
        this.problem = problem;
    }

    /** That the kernel does not say what is loaded. */
    public static LoadException ofList(RunningKernel kernel, String call, int errno) {
        return Refusals.of(kernel, "what is loaded can't be listed", call, errno, Needs.OF_IDS);
    }

    /** What went wrong. */
    public LoadProblem problem() {
        return problem;
    }

    /** The error number of the kernel, if it was the kernel that refused; names are in {@link Errno}. */
    public OptionalInt errno() {
        if (problem instanceof LoadProblem.CallRefused refused) {
            return OptionalInt.of(refused.errno());
        }
        return problem instanceof LoadProblem.ProgramRefused refused
                ? OptionalInt.of(refused.errno())
                : OptionalInt.empty();
    }

    /** The verifier's log of the program that it refused, line by line; empty if there is none. */
    public List<String> verifierLog() {
        return problem instanceof LoadProblem.ProgramRefused refused ? refused.log() : List.of();
    }
}
