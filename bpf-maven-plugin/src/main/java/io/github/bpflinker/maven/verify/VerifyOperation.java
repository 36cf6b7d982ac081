package io.github.bpflinker.maven.verify;

import io.github.bpflinker.diagnostic.LinkException;
import io.github.bpflinker.diagnostic.Severity;
import io.github.bpflinker.elf.BpfObject;
import io.github.bpflinker.file.SystemReason;
import io.github.bpflinker.kernel.verifier.VerifierError;
import io.github.bpflinker.load.verify.LoadResult.Skipped;
import io.github.bpflinker.load.verify.ProgramVerdict;
import io.github.bpflinker.load.verify.TrialLoader;
import io.github.bpflinker.load.verify.Verification;
import io.github.bpflinker.maven.BuildFailure;
import io.github.bpflinker.maven.BuildLog;
import io.github.bpflinker.maven.Endianness;
import io.github.bpflinker.maven.Finding;
import io.github.bpflinker.maven.Reason;
import io.github.bpflinker.maven.project.ProjectObjects.Linked;
import io.github.bpflinker.maven.report.Reports;
import io.github.bpflinker.report.VerificationText;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The goal {@code verify}: loads every object into the running kernel, reports the verifier's results, and unloads it.
 */
public final class VerifyOperation {

    private final TrialLoader kernel;
    private final boolean required;
    private final Path base;
    private final Path work;
    private final BuildLog log;
    private final List<VerifyJson.Entry> entries = new ArrayList<>();

    /**
     * @param required whether it is an error if verification is not possible
     * @param base the directory to which names of source files are relative
     * @param work the directory for {@code verify.json} and {@code verify/NAME.log}
     */
    public VerifyOperation(TrialLoader kernel, boolean required, Path base, Path work, BuildLog log) {
        this.kernel = kernel;
        this.required = required;
        this.base = base;
        this.work = work;
        this.log = log;
    }

    /**
     * Runs the goal. Must be called at most once.
     *
     * @throws BuildFailure if an object is rejected, or if verification is required and not possible
     */
    public void run(List<Linked> objects) {
        List<String> failed = new ArrayList<>();
        List<BuildFailure> failures = new ArrayList<>();
        for (Linked object : objects) {
            verify(object).ifPresent(failure -> {
                failed.add(object.label());
                failures.add(failure);
            });
        }
        Reports.write(work.resolve("verify.json"), VerifyJson.of(entries));
        if (failures.size() == 1) {
            throw failures.get(0);
        }
        if (!failures.isEmpty()) {
            failures.forEach(failure -> log.error(failure.sentence()));
            throw new BuildFailure(new Reason.SeveralFailed(failed.size(), String.join(", ", failed)));
        }
    }

    private Optional<BuildFailure> verify(Linked object) {
        Optional<String> otherMachine = otherMachine(object.variant().endianness(), ByteOrder.nativeOrder());
        if (otherMachine.isPresent()) {
            // The byte order of the machine is not a fixable problem.
            log.info("verification of " + object.label() + " skipped: " + otherMachine.get());
            entries.add(new VerifyJson.Entry(object, Optional.empty(), otherMachine));
            return Optional.empty();
        }
        Verification verification = load(object);
        if (verification.result() instanceof Skipped skipped) {
            entries.add(new VerifyJson.Entry(object, Optional.empty(), Optional.of(skipped.reason())));
            if (required) {
                return Optional.of(new BuildFailure(new Reason.VerifyImpossible(object.label(), skipped.reason())));
            }
            log.warn("verification of " + object.label() + " skipped: " + skipped.reason());
            return Optional.empty();
        }
        Path file = work.resolve("verify").resolve(object.label() + ".log");
        Reports.write(file, verification.log());
        entries.add(new VerifyJson.Entry(object, Optional.of(verification), Optional.empty()));
        List<String> table = VerificationText.table(verification).lines("  ");
        if (!table.isEmpty()) {
            log.info("verified " + object.label() + ":");
            table.forEach(log::info);
        }
        verification.programs().forEach(program -> tell(object, verification, program));
        return verification.isAccepted() ? Optional.empty() : Optional.of(refusal(object, verification, file));
    }

    private Verification load(Linked object) {
        try {
            return Verification.of(BpfObject.read(object.file()), kernel);
        } catch (LinkException e) {
            throw Reports.failure(e);
        } catch (IOException e) {
            throw new BuildFailure(
                    new Reason.VerifyImpossible(object.label(), "the object could not be read: " + SystemReason.of(e)),
                    e);
        }
    }

    private void tell(Linked object, Verification verification, ProgramVerdict program) {
        String name = object.label() + ": " + program.program();
        switch (program.verdict()) {
            case ACCEPTED -> log.debug("the kernel accepts " + name);
            case NOT_REACHED -> log.info(name + " was not loaded: " + VerifyText.whyNotLoaded(verification, program));
            case REFUSED -> {
                if (program.optional()) {
                    log.info("the kernel refuses " + name + ", which does not count because it is loaded only if the"
                            + " application asks for it (its section begins with ?): " + VerifyText.reason(program));
                } else {
                    program.complaint().ifPresent(complaint -> complain(name, complaint));
                }
            }
        }
    }

    private void complain(String name, VerifierError complaint) {
        String text = "the kernel refuses " + name + ": " + complaint.message();
        log.finding(complaint
                .location()
                .map(place -> Finding.at(Severity.ERROR, place, text, base))
                .orElseGet(() -> Finding.general(Severity.ERROR, text)));
        complaint.lines().forEach(line -> log.error("    " + line));
    }

    private static BuildFailure refusal(Linked object, Verification verification, Path file) {
        Optional<ProgramVerdict> program = verification.refusedProgram();
        String why =
                program.map(VerifyText::reason).or(verification::loaderReason).orElse(VerifyText.NO_REASON);
        return new BuildFailure(new Reason.KernelRefused(
                object.label(), program.map(ProgramVerdict::program).orElse(""), why, file.toString()));
    }

    /** Why an object can't be loaded on a machine of that byte order; empty if it can. */
    static Optional<String> otherMachine(Endianness endianness, ByteOrder machine) {
        boolean bigHost = machine == ByteOrder.BIG_ENDIAN;
        boolean bigObject = endianness != Endianness.LITTLE;
        return bigHost == bigObject ? Optional.empty() : Optional.of("it is for machines of the other byte order");
    }
}
