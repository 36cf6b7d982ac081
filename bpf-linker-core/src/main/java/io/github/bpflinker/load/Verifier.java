package io.github.bpflinker.load;

import io.github.bpflinker.kernel.verifier.VerifierErrorReader;
import io.github.bpflinker.load.bind.BoundProgram;
import io.github.bpflinker.load.syscall.Command;
import io.github.bpflinker.load.syscall.Errno;
import io.github.bpflinker.load.syscall.NativeMemory;
import io.github.bpflinker.load.syscall.ProgramAttributes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Loads programs and collects the verifier's log. Programs are loaded without a log first, because writing it takes
 * most of the time; if that fails, the load is repeated with a log buffer that is enlarged until the log fits.
 */
final class Verifier {

    private static final int INSTRUCTIONS = 1;
    private static final int FIRST_SIZE = 1 << 17;

    /** The maximum size that every kernel accepts: {@code UINT_MAX >> 8}. */
    private static final int LARGEST_SIZE = (1 << 24) - 1;

    private final LoadContext context;
    private final Complaints complaints;

    Verifier(LoadContext context, Complaints complaints) {
        this.context = context;
        this.complaints = complaints;
    }

    /**
     * A program that was loaded.
     *
     * @param fd its descriptor, owned by the caller
     * @param log empty unless requested
     */
    record Accepted(int fd, List<String> log) {}

    /**
     * The result of one attempt.
     *
     * @param answer the descriptor, or the negated error number
     * @param log null if it was not requested
     */
    private record Attempt(int answer, @Nullable String log) {}

    Accepted load(BoundProgram program, ProgramAttributes attributes) {
        int level = context.settings().logLevel();
        Attempt attempt = level == 0 ? once(program, attributes.noLog(), null) : logged(program, attributes, level);
        if (attempt.answer() < 0 && (level & INSTRUCTIONS) == 0) {
            attempt = logged(program, attributes, level | INSTRUCTIONS);
        }
        List<String> log = attempt.log() == null ? List.of() : LogText.lines(attempt.log());
        if (attempt.answer() >= 0) {
            return new Accepted(attempt.answer(), level == 0 ? List.of() : log);
        }
        throw refusal(program, -attempt.answer(), log);
    }

    private LoadException refusal(BoundProgram program, int errno, List<String> log) {
        // The verifier prints statistics even if it accepts a program that the kernel then has no room for.
        return VerifierErrorReader.message(log).isPresent()
                ? new LoadException(complaints.read(program, errno, log))
                : context.refused(
                        ProgramStep.subject(program),
                        Command.PROG_LOAD.kernelName(),
                        -errno,
                        CallRequirements.of(program.plan()));
    }

    private Attempt logged(BoundProgram program, ProgramAttributes attributes, int level) {
        int size = FIRST_SIZE;
        while (true) {
            NativeMemory log = NativeMemory.allocate(size);
            Attempt attempt = once(program, attributes.log(level, log), log);
            boolean cut = attempt.answer() == -Errno.ENOSPC || attributes.logTrueSize() > log.size();
            if (!cut || size == LARGEST_SIZE) {
                return attempt;
            }
            if (attempt.answer() >= 0) {
                context.bpf().calls().close(attempt.answer());
            }
            size = Math.min(Math.max(size * 8, attributes.logTrueSize() + 1), LARGEST_SIZE);
        }
    }

    private Attempt once(BoundProgram program, ProgramAttributes attributes, @Nullable NativeMemory log) {
        Optional<Duration> limit = context.settings().timeLimit();
        int answer = context.takingMemory(() -> limit.isPresent()
                ? inTime(program, attributes, limit.get())
                : context.bpf().tryLoadProgram(attributes));
        return new Attempt(answer, log == null ? null : log.text(log.size()));
    }

    private int inTime(BoundProgram program, ProgramAttributes attributes, Duration limit) {
        try (Deadline deadline = Deadline.start(context.bpf().calls(), limit)) {
            int answer = context.bpf().tryLoadProgram(attributes, deadline::isOver);
            if (answer == -Errno.EAGAIN && deadline.isOver()) {
                throw new LoadException(
                        new LoadProblem.TookTooLong(program.plan().name(), limit.toSeconds()));
            }
            return answer;
        }
    }
}
