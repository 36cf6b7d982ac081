package io.github.bpflinker.maven.verify;

import io.github.bpflinker.file.SystemReason;
import io.github.bpflinker.llvm.locate.CacheFolder;
import io.github.bpflinker.llvm.locate.LlvmEnvironment;
import io.github.bpflinker.machine.KernelImage;
import io.github.bpflinker.machine.KernelMatrix;
import io.github.bpflinker.machine.MachineException;
import io.github.bpflinker.machine.VirtualMachine;
import io.github.bpflinker.maven.BuildFailure;
import io.github.bpflinker.maven.BuildLog;
import io.github.bpflinker.maven.Reason;
import io.github.bpflinker.maven.project.ProjectObjects.Linked;
import io.github.bpflinker.maven.report.Reports;
import io.github.bpflinker.report.TextTable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The goal {@code verify} for other kernels than the running one, each in a virtual machine. */
public final class KernelsOperation {

    private static final long LIMIT_SECONDS = 600;

    private final Path work;
    private final BuildLog log;

    /** @param work the directory for {@code kernels.json} */
    public KernelsOperation(Path work, BuildLog log) {
        this.work = work;
        this.log = log;
    }

    /**
     * Loads every object into every kernel and logs a table of programs and kernels.
     *
     * @param kernels kernel images, or folders with one
     * @throws BuildFailure if a kernel refuses an object or can't be started
     */
    public void run(List<Linked> objects, List<Path> kernels) {
        Map<String, byte[]> contents = new LinkedHashMap<>();
        for (Linked object : objects) {
            contents.put(object.label().replaceAll("[^0-9A-Za-z._+-]", "_"), read(object));
        }
        KernelMatrix matrix = matrix(contents, kernels);
        Path report = work.resolve("kernels.json");
        Reports.write(report, matrix.toJson() + "\n");
        table(matrix).forEach(log::info);
        for (KernelMatrix.Column column : matrix.columns()) {
            String time = column.milliseconds() == 0 ? "as before" : column.milliseconds() / 1000 + " s";
            log.debug("Linux " + column.release() + ": " + time);
        }
        List<KernelMatrix.Refusal> refusals = matrix.refusals();
        for (KernelMatrix.Refusal refusal : refusals) {
            log.error(refusal.place().map(place -> place + ": ").orElse("") + "Linux " + refusal.release() + " refuses "
                    + refusal.object() + ": " + refusal.program() + ": " + refusal.message());
        }
        if (!refusals.isEmpty()) {
            KernelMatrix.Refusal first = refusals.get(0);
            throw new BuildFailure(new Reason.KernelRefused(
                    first.object(),
                    first.program(),
                    first.message() + " (Linux " + first.release() + ")",
                    report.toString()));
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

    private static KernelMatrix matrix(Map<String, byte[]> objects, List<Path> kernels) {
        String all = String.join(", ", objects.keySet());
        try {
            Path cache = CacheFolder.of(LlvmEnvironment.ofSystem()).folder("kernels");
            return KernelMatrix.of(
                    new VirtualMachine(cache, LIMIT_SECONDS),
                    kernels.stream().map(KernelImage::of).toList(),
                    objects);
        } catch (MachineException e) {
            throw new BuildFailure(new Reason.VerifyImpossible(all, String.valueOf(e.getMessage())), e);
        } catch (IOException e) {
            throw new BuildFailure(new Reason.VerifyImpossible(all, SystemReason.of(e)), e);
        }
    }

    private static List<String> table(KernelMatrix matrix) {
        List<String> headings = new ArrayList<>(List.of("PROGRAM"));
        matrix.columns().forEach(column -> headings.add(column.release()));
        TextTable table = new TextTable(headings.toArray(new String[0]));
        for (String row : matrix.rows()) {
            List<String> cells = new ArrayList<>(List.of(row));
            matrix.columns().forEach(column -> cells.add(KernelMatrix.cell(column, row)));
            table.row(cells.toArray(new String[0]));
        }
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        table.print(new PrintStream(text, true, StandardCharsets.UTF_8), "");
        return text.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
