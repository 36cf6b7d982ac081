package io.github.bpflinker.maven.core;

import io.github.bpflinker.btf.Btf;
import io.github.bpflinker.btf.BtfWriter;
import io.github.bpflinker.btf.KernelBtfName;
import io.github.bpflinker.load.bind.MinimalBtf;
import io.github.bpflinker.load.plan.LoadPlan;
import io.github.bpflinker.maven.BuildFailure;
import io.github.bpflinker.maven.Reason;
import io.github.bpflinker.maven.report.ObjectFiles;
import io.github.bpflinker.maven.report.Reports;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The goal {@code btf-min}: writes the types of kernels that objects need. */
public final class MinimalBtfOperation {

    private MinimalBtfOperation() {}

    /**
     * Writes a file for each kernel.
     *
     * @param objects the objects whose relocations are considered
     * @param kernels files with the BTF of a kernel, named by its release, and folders of such files
     * @param folder for the output
     * @return the number of changed files
     * @throws BuildFailure if a file can't be read or written, or two kernels have one name
     */
    public static int run(List<Path> objects, List<Path> kernels, Path folder) {
        List<LoadPlan> plans = objects.stream().map(KernelFiles::plan).toList();
        Set<String> names = new HashSet<>();
        int written = 0;
        for (Path file : KernelFiles.find("kernels", kernels)) {
            String name = KernelBtfName.of(file);
            if (!names.add(name)) {
                throw new BuildFailure(new Reason.LinkerRefuses("two of the <kernels> are named '" + name
                        + "'; name the files by the releases of the kernels"));
            }
            Btf minimal = MinimalBtf.of(ObjectFiles.types(file), plans);
            written += Reports.write(folder.resolve(KernelBtfName.file(name)), BtfWriter.write(minimal)) ? 1 : 0;
        }
        return written;
    }
}
