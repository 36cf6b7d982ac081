package io.github.bpflinker.load.verify;

import io.github.bpflinker.elf.BpfFunction;
import io.github.bpflinker.elf.BpfObject;
import io.github.bpflinker.load.verify.LoadResult.Accepted;
import io.github.bpflinker.load.verify.LoadResult.Refused;
import io.github.bpflinker.load.verify.LoadResult.Skipped;
import io.github.bpflinker.load.verify.LoadResult.Unfinished;
import io.github.bpflinker.load.verify.ProgramVerdict.Verdict;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What the running kernel says about each program of an object.
 *
 * @param result what it says about the whole object
 * @param programs its programs, in the object's order; none if the kernel could not be asked
 * @param log all that the verifier said, each program's below a line with its name
 */
public record Verification(LoadResult result, List<ProgramVerdict> programs, String log) {

    public Verification {
        programs = List.copyOf(programs);
    }

    /**
     * Loads an object and unloads it. Programs of optional sections are tried by themselves.
     *
     * @throws io.github.bpflinker.diagnostic.LinkException if it is no BPF object
     * @throws IOException if it can't be read
     */
    public static Verification of(Path file, TrialLoader loader) throws IOException {
        BpfObject object = BpfObject.read(file.toString(), ByteBuffer.wrap(Files.readAllBytes(file)));
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

    /** Whether the kernel accepts the object; optional programs do not count. */
    public boolean isAccepted() {
        return result instanceof Accepted;
    }

    /** The first program that was refused, of those that count. */
    public Optional<ProgramVerdict> refusedProgram() {
        return programs.stream()
                .filter(program -> program.verdict() == Verdict.REFUSED && !program.optional())
                .findFirst();
    }

    /** Why the whole object was refused, if no program of it was. */
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
        return "the verifier was not done after " + result.seconds() + " s: it follows loops round by round; give them"
                + " fewer rounds, or use bpf_loop (Linux 5.17), whose body is verified once";
    }
}
