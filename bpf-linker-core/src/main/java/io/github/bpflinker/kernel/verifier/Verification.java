package io.github.bpflinker.kernel.verifier;

import io.github.bpflinker.elf.BpfFunction;
import io.github.bpflinker.elf.BpfObject;
import io.github.bpflinker.kernel.KernelLoader;
import io.github.bpflinker.kernel.LoadResult;
import io.github.bpflinker.kernel.LoadResult.Accepted;
import io.github.bpflinker.kernel.LoadResult.Refused;
import io.github.bpflinker.kernel.LoadResult.Skipped;
import io.github.bpflinker.kernel.verifier.ProgramVerdict.Verdict;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
     * Loads an object and unloads it; a good one twice, the second time for its statistics.
     *
     * @throws io.github.bpflinker.LinkException if it is no BPF object
     * @throws IOException if it can't be read, or bpftool can't be run
     */
    public static Verification of(Path file, KernelLoader loader) throws IOException {
        BpfObject object = BpfObject.read(file.toString(), ByteBuffer.wrap(Files.readAllBytes(file)));
        LoadResult result = loader.load(file);
        if (result instanceof Skipped) {
            return new Verification(result, List.of(), "");
        }
        String text = result instanceof Refused refused ? refused.log() : loader.verboseLog(file);
        return new Verification(result, verdicts(object, result, VerifierLog.parse(text)), text);
    }

    /** Why the whole object was refused, if no program of it was. */
    public Optional<String> loaderReason() {
        boolean byVerifier = programs.stream().anyMatch(program -> program.verdict() == Verdict.REFUSED);
        return result instanceof Refused && !byVerifier ? VerifierLog.parse(log).loaderReason() : Optional.empty();
    }

    private static List<ProgramVerdict> verdicts(BpfObject object, LoadResult result, VerifierLog log) {
        ComplaintReader complaints = new ComplaintReader(object);
        List<ProgramVerdict> verdicts = new ArrayList<>();
        for (BpfFunction program : object.programs()) {
            List<String> lines = log.of(program.name());
            Verdict verdict = verdict(program, result, log);
            verdicts.add(new ProgramVerdict(
                    program.name(),
                    verdict,
                    program.instructions(),
                    VerifierStatistics.parse(lines),
                    verdict == Verdict.REFUSED ? complaints.read(lines, program) : Optional.empty()));
        }
        return verdicts;
    }

    private static Verdict verdict(BpfFunction program, LoadResult result, VerifierLog log) {
        if (result instanceof Accepted) {
            return Verdict.ACCEPTED;
        }
        return log.refused().contains(program.name()) ? Verdict.REFUSED : Verdict.NOT_REACHED;
    }
}
