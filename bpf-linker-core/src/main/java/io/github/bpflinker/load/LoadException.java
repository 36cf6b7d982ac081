package io.github.bpflinker.load;

import io.github.bpflinker.load.host.RunningKernel;
import io.github.bpflinker.load.syscall.Errno;
import java.util.List;
import java.util.OptionalInt;

/**
 * Thrown if an object can't be loaded, or if an operation on a loaded one fails. Nothing that was opened for it stays
 * open. The message states the problem, the cause and the remedy; {@link #problem()} has the same as data.
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

    /** Creates the exception for a failed query of loaded objects. */
    public static LoadException ofList(RunningKernel kernel, String call, int errno) {
        return Refusals.of(kernel, "what is loaded can't be listed", call, errno, CallRequirements.OF_IDS);
    }

    /** The problem as data. */
    public LoadProblem problem() {
        return problem;
    }

    /** The error number, if the kernel rejected a call; names are in {@link Errno}. */
    public OptionalInt errno() {
        if (problem instanceof LoadProblem.CallRefused refused) {
            return OptionalInt.of(refused.errno());
        }
        if (problem instanceof LoadProblem.MapFull full) {
            return OptionalInt.of(full.errno());
        }
        return problem instanceof LoadProblem.ProgramRefused refused
                ? OptionalInt.of(refused.errno())
                : OptionalInt.empty();
    }

    /** The lines of the verifier's log of the rejected program; empty if there is none. */
    public List<String> verifierLog() {
        return problem instanceof LoadProblem.ProgramRefused refused ? refused.log() : List.of();
    }
}
