package io.github.bpflinker.load.verify;

import io.github.bpflinker.elf.BpfFunction;
import io.github.bpflinker.elf.BpfObject;
import io.github.bpflinker.kernel.verifier.VerifierError;
import io.github.bpflinker.kernel.verifier.VerifierErrorReader;
import io.github.bpflinker.kernel.verifier.VerifierStatistics;
import io.github.bpflinker.load.verify.LoadResult.Accepted;
import io.github.bpflinker.load.verify.LoadResult.Refused;
import io.github.bpflinker.load.verify.LoadResult.Unfinished;
import io.github.bpflinker.load.verify.ProgramVerdict.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Derives the verdict on each program from the result of a trial. */
final class ProgramVerdicts {

    private final BpfObject object;
    private final Trial trial;
    private final LoadResult result;
    private final VerifierErrorReader complaints;

    ProgramVerdicts(BpfObject object, Trial trial, LoadResult result) {
        this.object = object;
        this.trial = trial;
        this.result = result;
        this.complaints = new VerifierErrorReader(object);
    }

    List<ProgramVerdict> all() {
        return object.programs().stream()
                .filter(trial::includes)
                .map(this::verdict)
                .toList();
    }

    private ProgramVerdict verdict(BpfFunction program) {
        if (result instanceof Accepted accepted) {
            return accepted.programs().stream()
                    .filter(tried -> tried.name().equals(program.name()))
                    .findFirst()
                    .map(tried -> accepted(program, tried))
                    .orElseGet(() -> verdict(program, Verdict.NOT_REACHED, List.of(), Optional.empty()));
        }
        if (result instanceof Refused refused
                && refused.program().filter(program.name()::equals).isPresent()) {
            return verdict(program, Verdict.REFUSED, refused.log(), Optional.of(complaint(program, refused)));
        }
        if (result instanceof Unfinished unfinished && unfinished.program().equals(program.name())) {
            return verdict(
                    program,
                    Verdict.REFUSED,
                    List.of(),
                    Optional.of(complaints.unfinished(unfinished.seconds(), program)));
        }
        return verdict(program, Verdict.NOT_REACHED, List.of(), Optional.empty());
    }

    /** Uses the loader's message instead of the verifier's for poisoned instructions. */
    private VerifierError complaint(BpfFunction program, Refused refused) {
        VerifierError none = new VerifierError(refused.reason(), List.of(), Optional.empty(), false);
        VerifierError read =
                complaints.read(refused.log(), Optional.empty(), program).orElse(none);
        return read.panic() || refused.reason().equals(read.message())
                ? read
                : new VerifierError(refused.reason(), read.lines(), read.location(), false);
    }

    private ProgramVerdict accepted(BpfFunction program, TriedProgram tried) {
        return new ProgramVerdict(
                program.name(),
                program.section().name(),
                Optional.of(tried.type()),
                Verdict.ACCEPTED,
                trial.optionalSection().isPresent(),
                program.instructions(),
                VerifierStatistics.parse(tried.log()),
                OptionalInt.of(tried.jitedBytes()),
                Optional.empty());
    }

    private ProgramVerdict verdict(
            BpfFunction program, Verdict verdict, List<String> log, Optional<VerifierError> complaint) {
        return new ProgramVerdict(
                program.name(),
                program.section().name(),
                Optional.empty(),
                verdict,
                trial.optionalSection().isPresent(),
                program.instructions(),
                VerifierStatistics.parse(log),
                OptionalInt.empty(),
                complaint);
    }
}
