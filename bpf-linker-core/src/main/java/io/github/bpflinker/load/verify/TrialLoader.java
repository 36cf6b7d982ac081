package io.github.bpflinker.load.verify;

import io.github.bpflinker.elf.BpfObject;
import io.github.bpflinker.load.BpfLoader;
import io.github.bpflinker.load.LoadException;
import io.github.bpflinker.load.LoadProblem.CallRefused;
import io.github.bpflinker.load.LoadProblem.DoesNotFit;
import io.github.bpflinker.load.LoadProblem.ProgramRefused;
import io.github.bpflinker.load.LoadProblem.TookTooLong;
import io.github.bpflinker.load.LoadProblem.Unplannable;
import io.github.bpflinker.load.LoadProblem.Unsupported;
import io.github.bpflinker.load.LoadedObject;
import io.github.bpflinker.load.LoadedProgram;
import io.github.bpflinker.load.bind.BindProblem;
import io.github.bpflinker.load.host.RunningKernel;
import io.github.bpflinker.load.plan.PlannedProgram;
import io.github.bpflinker.load.syscall.Errno;
import io.github.bpflinker.load.verify.LoadResult.Accepted;
import io.github.bpflinker.load.verify.LoadResult.Refused;
import io.github.bpflinker.load.verify.LoadResult.Skipped;
import io.github.bpflinker.load.verify.LoadResult.Unfinished;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Verifies objects by loading them into the running kernel. Programs are not attached; maps are not pinned, and pinned
 * maps of applications are not used. Thread-safe.
 */
public final class TrialLoader {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    /** Each instruction, and statistics. */
    private static final int LOG_LEVEL = 1 | 4;

    private final Optional<RunningKernel> kernel;
    private final Duration limit;

    private TrialLoader(Optional<RunningKernel> kernel, Duration limit) {
        this.kernel = kernel;
        this.limit = limit;
    }

    /** Creates a loader for the kernel of this machine. */
    public static TrialLoader ofSystem() {
        return new TrialLoader(Optional.empty(), LIMIT);
    }

    /** Creates a loader for a kernel. */
    public static TrialLoader of(RunningKernel kernel) {
        return new TrialLoader(Optional.of(kernel), LIMIT);
    }

    /** Returns a loader with another time limit for the verification of one program; the default is one minute. */
    public TrialLoader withLimit(Duration changed) {
        return new TrialLoader(kernel, changed);
    }

    /** Loads and unloads the programs that libbpf loads by default. */
    public LoadResult load(BpfObject object) {
        return load(object, Trial.required());
    }

    /** Loads and unloads the programs of a trial. */
    public LoadResult load(BpfObject object, Trial trial) {
        BpfLoader loader = BpfLoader.of(object)
                .withoutPins()
                .requireTypes()
                .logLevel(LOG_LEVEL)
                .timeLimit(limit);
        kernel.ifPresent(loader::into);
        loader.programs((program, settings) -> settings.load(isTried(object, program, trial)));
        try (LoadedObject loaded = loader.load()) {
            return new Accepted(
                    loaded.programs().stream().map(TrialLoader::tried).toList());
        } catch (LoadException e) {
            return result(e);
        }
    }

    private static boolean isTried(BpfObject object, PlannedProgram program, Trial trial) {
        boolean included = object.programs().stream()
                .filter(function -> function.name().equals(program.name()))
                .findFirst()
                .map(trial::includes)
                .orElse(trial.optionalSection().isEmpty());
        return included && (program.load() || trial.optionalSection().isPresent());
    }

    private static TriedProgram tried(LoadedProgram program) {
        return new TriedProgram(
                program.name(), program.typeName(), program.info().jitedSize(), program.verifierLog());
    }

    private static LoadResult result(LoadException failure) {
        if (failure.problem() instanceof Unsupported unsupported) {
            return new Skipped(unsupported.reason());
        }
        if (failure.problem() instanceof TookTooLong unfinished) {
            return new Unfinished(unfinished.program(), unfinished.seconds());
        }
        if (failure.problem() instanceof ProgramRefused refused) {
            String hint = refused.hint().isEmpty() ? "" : "; " + refused.hint();
            return new Refused(Optional.of(refused.program()), refused.complaint() + hint, refused.log());
        }
        if (failure.problem() instanceof Unplannable unplannable) {
            return new Refused(Optional.empty(), unplannable.problem().message(), List.of());
        }
        if (failure.problem() instanceof DoesNotFit unfit) {
            Optional<String> program = unfit.problem() instanceof BindProblem.MissingTarget target
                    ? Optional.of(target.program())
                    : Optional.empty();
            return new Refused(program, unfit.problem().message(), List.of());
        }
        boolean forbidden = failure.problem() instanceof CallRefused refused && refused.errno() == Errno.EPERM;
        String message = String.valueOf(failure.getMessage());
        return forbidden
                ? new Skipped("no permission to load: " + message)
                : new Refused(Optional.empty(), message, List.of());
    }
}
