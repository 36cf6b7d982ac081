package io.github.bpflinker.load.verify;

import io.github.bpflinker.elf.BpfFunction;
import io.github.bpflinker.elf.BpfObject;
import io.github.bpflinker.load.verify.LoadResult.Accepted;
import io.github.bpflinker.load.verify.LoadResult.Refused;
import io.github.bpflinker.load.verify.LoadResult.Skipped;
import io.github.bpflinker.load.verify.LoadResult.Unfinished;
import io.github.bpflinker.load.verify.ProgramVerdict.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The result of verifying an object with the running kernel.
 *
 * @param result the result for the object
 * @param programs the verdicts on its programs, in the object's order; empty if verification was not possible
 * @param log the verifier's log, with a line with the name before each program
 */
public record Verification(LoadResult result, List<ProgramVerdict> programs, String log) {

    public Verification {
        programs = List.copyOf(programs);
    }

    /** Loads and unloads an object. Programs in optional sections are verified separately. */
    public static Verification of(BpfObject object, TrialLoader loader) {
        LoadResult result = loader.load(object);
        if (result instanceof Skipped) {
            return new Verification(result, List.of(), "");
        }
        List<ProgramVerdict> verdicts = new ArrayList<>();
        StringBuilder log = new StringBuilder();
        for (Trial trial : Trial.of(object)) {
            LoadResult ofTrial = trial.optionalSection().isEmpty() ? result : loader.load(object, trial);
            append(ofTrial, log);
            verdicts.addAll(new ProgramVerdicts(object, trial, ofTrial).all());
        }
        return new Verification(result, inOrder(verdicts, object), log.toString());
    }

    private static void append(LoadResult result, StringBuilder log) {
        if (result instanceof Accepted accepted) {
            accepted.programs().forEach(program -> append(program.name(), program.log(), log));
        } else if (result instanceof Refused refused) {
            append(refused.program().orElse("object"), refused.log(), log);
            log.append(refused.reason()).append('\n');
        } else if (result instanceof Unfinished unfinished) {
            log.append(unfinished(unfinished)).append('\n');
        }
    }

    private static void append(String name, List<String> lines, StringBuilder log) {
        log.append("-- ").append(name).append('\n');
        lines.forEach(line -> log.append(line).append('\n'));
    }

    private static List<ProgramVerdict> inOrder(List<ProgramVerdict> verdicts, BpfObject object) {
        List<String> names = object.programs().stream().map(BpfFunction::name).toList();
        return verdicts.stream()
                .sorted(Comparator.comparingInt(verdict -> names.indexOf(verdict.program())))
                .toList();
    }

    /** Whether the kernel accepts the object, without its optional programs. */
    public boolean isAccepted() {
        return result instanceof Accepted;
    }

    /** The first rejected program that is not optional. */
    public Optional<ProgramVerdict> refusedProgram() {
        return programs.stream()
                .filter(program -> program.verdict() == Verdict.REFUSED && !program.optional())
                .findFirst();
    }

    /** The reason for a rejection that was not caused by a program. */
    public Optional<String> loaderReason() {
        if (refusedProgram().isPresent()) {
            return Optional.empty();
        }
        if (result instanceof Unfinished unfinished) {
            return Optional.of(unfinished(unfinished));
        }
        return result instanceof Refused refused ? Optional.of(refused.reason()) : Optional.empty();
    }

    private static String unfinished(Unfinished result) {
        return "the verifier did not finish within " + result.seconds()
                + " s: it follows every iteration of a loop; reduce"
                + " the number of iterations, or use bpf_loop (Linux 5.17), whose body is verified once";
    }
}
