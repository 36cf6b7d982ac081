package io.github.bpflinker.maven.verify;

import io.github.bpflinker.file.SystemReason;
import io.github.bpflinker.machine.KernelMatrix;
import io.github.bpflinker.machine.MachineException;
import io.github.bpflinker.maven.BuildFailure;
import io.github.bpflinker.maven.BuildLog;
import io.github.bpflinker.maven.Reason;
import io.github.bpflinker.maven.project.ProjectObjects.Linked;
import io.github.bpflinker.maven.report.Reports;
import io.github.bpflinker.report.KernelMatrixText;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The goal {@code verify} for other kernels than the running one, each in a virtual machine. */
public final class KernelsOperation {

    private final boolean required;
    private final Path work;
    private final BuildLog log;

    /**
     * @param required whether it is an error if the kernels can't be started
     * @param work the directory for {@code kernels.json}
     */
    public KernelsOperation(boolean required, Path work, BuildLog log) {
        this.required = required;
        this.work = work;
        this.log = log;
    }

    /**
     * Loads every object into every kernel and logs a table of programs and kernels.
     *
     * @param kernels gives kernel images, or folders with one; throws {@link KernelNotFound} if one can't be had
     * @throws BuildFailure if a kernel refuses an object, or if verification is required and a kernel can't be started
     */
    public void run(List<Linked> objects, Supplier<List<Path>> kernels) {
        Map<String, byte[]> contents = new LinkedHashMap<>();
        for (Linked object : objects) {
            // The machines are x86-64.
            Optional<String> otherMachine =
                    VerifyOperation.otherMachine(object.variant().endianness(), ByteOrder.LITTLE_ENDIAN);
            if (otherMachine.isPresent()) {
                log.info("verification of " + object.label() + " skipped: " + otherMachine.get());
            } else {
                contents.put(object.label(), read(object));
            }
        }
        if (!contents.isEmpty()) {
            matrix(contents, kernels).ifPresent(this::report);
        }
    }

    private static byte[] read(Linked object) {
        try {
            return Files.readAllBytes(object.file());
        } catch (IOException e) {
            throw new BuildFailure(
                    new Reason.VerifyImpossible(object.label(), "the object could not be read: " + SystemReason.of(e)),
                    e);
        }
    }

    private Optional<KernelMatrix> matrix(Map<String, byte[]> objects, Supplier<List<Path>> kernels) {
        try {
            return Optional.of(KernelMatrix.load(kernels.get(), objects));
        } catch (MachineException | KernelNotFound e) {
            String all = String.join(", ", objects.keySet());
            String reason = String.valueOf(e.getMessage());
            if (required) {
                throw new BuildFailure(new Reason.VerifyImpossible(all, reason), e);
            }
            log.warn("verification of " + all + " skipped: " + reason);
            return Optional.empty();
        }
    }

    void report(KernelMatrix matrix) {
        Path report = work.resolve("kernels.json");
        Reports.write(report, matrix.toJson() + "\n");
        KernelMatrixText.table(matrix).forEach(log::info);
        for (KernelMatrix.Column column : matrix.columns()) {
            String time = column.milliseconds() == 0 ? "as before" : column.milliseconds() / 1000 + " s";
            log.info("Linux " + column.release() + ": " + time);
        }
        List<KernelMatrix.Refusal> refusals = matrix.refusals();
        refusals.forEach(refusal -> log.error(KernelMatrixText.line(refusal)));
        if (!refusals.isEmpty()) {
            KernelMatrix.Refusal first = refusals.get(0);
            throw new BuildFailure(new Reason.KernelRefused(
                    first.object(),
                    first.program(),
                    first.message() + " (Linux " + first.release() + ")",
                    report.toString()));
        }
    }
}
