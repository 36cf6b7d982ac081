package io.github.bpflinker.load;

import io.github.bpflinker.diagnostic.SourceLocation;
import io.github.bpflinker.load.bind.BindProblem;
import io.github.bpflinker.load.plan.PlanProblem;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The reason for a {@link LoadException}, as data. */
public sealed interface LoadProblem {

    /** A sentence with the problem, the cause and, if there is one, the remedy. */
    String message();

    /**
     * No kernel can load the object.
     *
     * @param object the name given by the caller
     */
    record Unplannable(String object, PlanProblem problem) implements LoadProblem {
        @Override
        public String message() {
            return object + ": " + problem.message();
        }
    }

    /**
     * This kernel can't load the object because it lacks a required feature.
     *
     * @param object the name of the object in the kernel
     */
    record DoesNotFit(String object, BindProblem problem) implements LoadProblem {
        @Override
        public String message() {
            return object + ": " + problem.message();
        }
    }

    /**
     * The verifier rejected a program.
     *
     * @param errno the error number, such as 13 for EACCES
     * @param complaint the verifier's error message
     * @param location the source line of the error, if the object has line information
     * @param hint an explanation and a remedy; empty if none is known
     * @param log the verifier's log, line by line
     */
    record ProgramRefused(
            String program,
            int errno,
            String complaint,
            Optional<SourceLocation> location,
            String hint,
            List<String> log)
            implements LoadProblem {
        public ProgramRefused {
            log = List.copyOf(log);
        }

        @Override
        public String message() {
            return LoadText.programRefused(this);
        }
    }

    /**
     * The kernel rejected a call for a reason other than verification.
     *
     * @param subject the object of the operation, as in {@code map 'flows'} or {@code program 'count'}
     * @param call the system call, or the command of bpf(2)
     * @param errno the error number, such as 1 for EPERM
     * @param reason the cause, if it could be determined; empty if the error number is sufficient
     * @param remedy the remedy; empty if none is known
     */
    record CallRefused(String subject, String call, int errno, String reason, String remedy) implements LoadProblem {
        @Override
        public String message() {
            return LoadText.callRefused(this);
        }
    }

    /**
     * A map has no room for another entry.
     *
     * @param subject which map, as in {@code map 'flows'}
     * @param errno the error number: 7 for E2BIG, 28 for ENOSPC
     * @param maxEntries how many entries it holds
     */
    record MapFull(String subject, int errno, long maxEntries) implements LoadProblem {
        @Override
        public String message() {
            return LoadText.mapFull(this);
        }
    }

    /**
     * A pinned map differs from the definition in the object.
     *
     * @param field the property that differs
     * @param pinned its value of the pinned map
     * @param wanted its value in the object
     */
    record PinnedMapDiffers(String map, Path pin, String field, String pinned, String wanted) implements LoadProblem {
        @Override
        public String message() {
            return LoadText.pinnedMapDiffers(this);
        }
    }

    /**
     * The verifier exceeded the time limit.
     *
     * @param seconds the time limit in seconds
     */
    record TookTooLong(String program, long seconds) implements LoadProblem {
        @Override
        public String message() {
            return LoadText.tookTooLong(this);
        }
    }

    /**
     * A setting is not valid for this object, or the object is not suitable for this kernel.
     *
     * @param reason a sentence without its full stop
     */
    record Unsuitable(String reason) implements LoadProblem {
        @Override
        public String message() {
            return reason;
        }
    }

    /**
     * Programs can't be loaded on this machine.
     *
     * @param reason a sentence without its full stop
     */
    record Unsupported(String reason) implements LoadProblem {
        @Override
        public String message() {
            return reason;
        }
    }
}
