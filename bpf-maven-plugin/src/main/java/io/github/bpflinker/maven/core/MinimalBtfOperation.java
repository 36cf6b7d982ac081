package io.github.bpflinker.maven.core;

import io.github.bpflinker.btf.BtfWriter;
import io.github.bpflinker.btf.KernelBtfName;
import io.github.bpflinker.diagnostic.LinkException;
import io.github.bpflinker.file.SameFile;
import io.github.bpflinker.load.bind.MinimalBtf;
import io.github.bpflinker.load.plan.LoadPlan;
import io.github.bpflinker.maven.BuildFailure;
import io.github.bpflinker.maven.BuildLog;
import io.github.bpflinker.maven.Reason;
import io.github.bpflinker.maven.incremental.BuildStateFiles;
import io.github.bpflinker.maven.incremental.StaleOutputs;
import io.github.bpflinker.maven.project.Layout;
import io.github.bpflinker.maven.report.ObjectFiles;
import io.github.bpflinker.maven.report.Reports;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The goal {@code btf-min}: writes the types of kernels that objects need. */
public final class MinimalBtfOperation {

    private final Layout layout;
    private final Path folder;
    private final BuildLog log;

    /** @param folder for the output */
    public MinimalBtfOperation(Layout layout, Path folder, BuildLog log) {
        this.layout = layout;
        this.folder = folder;
        this.log = log;
    }

    /**
     * What changed.
     *
     * @param written the number of files that are new or have another content
     * @param removed the number of files of kernels that are no longer named
     */
    public record Result(int written, int removed) {}

    /**
     * Writes a file for each kernel, and removes those that earlier builds wrote for other kernels.
     *
     * @param objects the objects whose relocations are considered
     * @param kernels files with the BTF of a kernel, named by its release, and folders of such files
     * @throws BuildFailure if a file can't be read or written or would be overwritten, no kernel is found, or two have
     *     one name
     */
    public Result run(List<Path> objects, List<Path> kernels) {
        Map<Path, Path> outputs = outputs(KernelFiles.find("kernels", kernels));
        List<LoadPlan> plans = objects.stream().map(KernelFiles::plan).toList();
        StaleOutputs stale = StaleOutputs.of(list(), List.copyOf(outputs.keySet()), new BuildStateFiles(log));
        int written = 0;
        for (Map.Entry<Path, Path> output : outputs.entrySet()) {
            byte[] minimal = BtfWriter.write(MinimalBtf.of(ObjectFiles.types(output.getValue()), plans));
            written += Reports.write(output.getKey(), minimal) ? 1 : 0;
        }
        return new Result(written, stale.remove().size());
    }

    /** For each output the file of its kernel. */
    private Map<Path, Path> outputs(List<Path> kernels) {
        Map<Path, Path> outputs = new LinkedHashMap<>();
        for (Path kernel : kernels) {
            String name = KernelBtfName.of(kernel);
            if (outputs.put(folder.resolve(KernelBtfName.file(name)), kernel) != null) {
                throw new BuildFailure(new Reason.LinkerRefuses("two of the <kernels> are named '" + name
                        + "'; name the files by the releases of the kernels"));
            }
        }
        try {
            SameFile.checkOverwritten(kernels, List.copyOf(outputs.keySet()));
        } catch (LinkException e) {
            throw Reports.failure(e);
        }
        return outputs;
    }

    /** The list of the outputs of earlier builds, which is separate for each folder. */
    private Path list() {
        return layout.state("btf-min", Layout.shortDigest(List.of(layout.name(folder))) + "/outputs");
    }
}
