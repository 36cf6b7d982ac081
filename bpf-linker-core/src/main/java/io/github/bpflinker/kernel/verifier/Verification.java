package io.github.bpflinker.kernel.verifier;

import io.github.bpflinker.elf.BpfFunction;
import io.github.bpflinker.elf.BpfObject;
import io.github.bpflinker.kernel.KernelLoader;
import io.github.bpflinker.kernel.LoadResult;
import io.github.bpflinker.kernel.LoadResult.Accepted;
import io.github.bpflinker.kernel.LoadResult.Refused;
import io.github.bpflinker.kernel.LoadResult.Skipped;
import io.github.bpflinker.kernel.LoadResult.Unfinished;
import io.github.bpflinker.kernel.Trial;
import io.github.bpflinker.kernel.verifier.ProgramVerdict.Verdict;
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
 * @param log all that the loader and the verifier printed
 */
public record Verification(LoadResult result, List<ProgramVerdict> programs, String log) {

    public Verification {
        programs = List.copyOf(programs);
    }

    /**
     * Loads an object and unloads it; a good one twice, the second time for its statistics. Programs of optional sections
     * are tried by themselves.
     *
     * @throws io.github.bpflinker.diagnostic.LinkException if it is no BPF object
     * @throws IOException if it can't be read, or bpftool can't be run
     */
    public static Verification of(Path file, KernelLoader loader) throws IOException {
        LoadResult result = loader.load(file);
        if (result instanceof Skipped) {
            return new Verification(result, List.of(), "");
        }
        BpfObject object = BpfObject.read(file.toString(), ByteBuffer.wrap(Files.readAllBytes(file)));
        List<ProgramVerdict> verdicts = new ArrayList<>();
        StringBuilder log = new StringBuilder();
        for (Trial trial : Trial.of(object)) {
            LoadResult ofTrial = trial.optionalSection().isEmpty() ? result : loader.load(file, trial);
            String text = ofTrial instanceof Accepted ? loader.verboseLog(file, trial) : logOf(ofTrial);
            log.append(text);
            verdicts.addAll(new ProgramVerdicts(object, trial, ofTrial, VerifierLog.parse(text)).all());
        }
        return new Verification(result, inOrder(verdicts, object), log.toString());
    }

    private static String logOf(LoadResult result) {
        if (result instanceof Refused refused) {
            return refused.log();
        }
        return result instanceof Unfinished unfinished ? unfinished.log() : "";
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
            return Optional.of(ProgramVerdicts.unfinished(unfinished));
        }
        return result instanceof Refused refused
                ? VerifierLog.parse(refused.log()).loaderReason()
                : Optional.empty();
    }
}
