package io.github.bpflinker.kernel.verifier;

import io.github.bpflinker.elf.BpfFunction;
import io.github.bpflinker.elf.BpfObject;
import io.github.bpflinker.kernel.LoadResult;
import io.github.bpflinker.kernel.LoadResult.Accepted;
import io.github.bpflinker.kernel.LoadResult.Skipped;
import io.github.bpflinker.kernel.LoadResult.Unfinished;
import io.github.bpflinker.kernel.Trial;
import io.github.bpflinker.kernel.verifier.ProgramVerdict.Verdict;
import java.util.List;
import java.util.Optional;

/** Derives the verdict on each program from the log of one load. */
final class ProgramVerdicts {

    private final BpfObject object;
    private final Trial trial;
    private final LoadResult result;
    private final VerifierLog log;
    private final VerifierErrorReader complaints;

    ProgramVerdicts(BpfObject object, Trial trial, LoadResult result, VerifierLog log) {
        this.object = object;
        this.trial = trial;
        this.result = result;
        this.log = log;
        this.complaints = new VerifierErrorReader(object);
    }

    List<ProgramVerdict> all() {
        List<BpfFunction> tried =
                object.programs().stream().filter(trial::includes).toList();
        Optional<BpfFunction> endless =
                result instanceof Unfinished ? complaints.onlyOneThatLoops(tried) : Optional.empty();
        return tried.stream().map(program -> verdict(program, endless)).toList();
    }

    private ProgramVerdict verdict(BpfFunction program, Optional<BpfFunction> endless) {
        List<String> lines = log.of(program.name());
        boolean isEndless = endless.filter(program::equals).isPresent();
        Verdict verdict = isEndless ? Verdict.REFUSED : verdict(program);
        Optional<VerifierError> complaint = Optional.empty();
        if (isEndless) {
            complaint = Optional.of(complaints.unfinished(((Unfinished) result).seconds(), program));
        } else if (verdict == Verdict.REFUSED) {
            complaint = complaints.read(lines, log.loaderReason(program.name()), program);
        }
        return new ProgramVerdict(
                program.name(),
                verdict,
                trial.optionalSection().isPresent(),
                program.instructions(),
                VerifierStatistics.parse(lines),
                complaint);
    }

    private Verdict verdict(BpfFunction program) {
        if (result instanceof Accepted) {
            return Verdict.ACCEPTED;
        }
        boolean refused = !(result instanceof Skipped) && log.refused().contains(program.name());
        return refused ? Verdict.REFUSED : Verdict.NOT_REACHED;
    }

    static String unfinished(Unfinished result) {
        return "the verifier was not done after " + result.seconds() + " s: it follows loops round by round; give them"
                + " fewer rounds, or use bpf_loop (Linux 5.17), whose body is verified once";
    }
}
