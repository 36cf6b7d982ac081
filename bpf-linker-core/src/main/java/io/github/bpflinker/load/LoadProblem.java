package io.github.bpflinker.load;

import io.github.bpflinker.diagnostic.SourceLocation;
import io.github.bpflinker.load.bind.BindProblem;
import io.github.bpflinker.load.plan.PlanProblem;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Why something could not be loaded, as data. */
public sealed interface LoadProblem {

    /** One sentence with what, why and the remedy where there is one. */
    String message();

    /**
     * No kernel can load the object.
     *
     * @param object what the caller called it
     */
    record Unplannable(String object, PlanProblem problem) implements LoadProblem {
        @Override
        public String message() {
            return object + ": " + problem.message();
        }
    }

    /**
     * This kernel can't load the object: it lacks something that the object needs.
     *
     * @param object the name that it has in the kernel
     */
    record DoesNotFit(String object, BindProblem problem) implements LoadProblem {
        @Override
        public String message() {
            return object + ": " + problem.message();
        }
    }

    /**
     * The verifier refused a program.
     *
     * @param errno the error number, such as 13 for EACCES
     * @param complaint the sentence with which the verifier says what is wrong
     * @param location the source line that it speaks of, if the object has line information
     * @param hint what it means and what to do about it, if that is known; else empty
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
     * The kernel refused a call, not for what a program does.
     *
     * @param subject what was to be done, as in {@code map 'flows'} or {@code program 'count'}
     * @param call the system call, or the command of bpf(2)
     * @param errno the error number, such as 1 for EPERM
     * @param reason why, as far as that can be found out; empty if the error number says it all
     * @param remedy what to do; empty if nothing is known
     */
    record CallRefused(String subject, String call, int errno, String reason, String remedy) implements LoadProblem {
        @Override
        public String message() {
            return LoadText.callRefused(this);
        }
    }

    /**
     * A map is pinned already that is not the one that the object asks for.
     *
     * @param field what is different
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
     * The verifier was not done in time and was stopped.
     *
     * @param seconds how long it had
     */
    record TookTooLong(String program, long seconds) implements LoadProblem {
        @Override
        public String message() {
            return LoadText.tookTooLong(this);
        }
    }

    /**
     * What the caller asked for makes no sense for this object, or this object none for this kernel.
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
