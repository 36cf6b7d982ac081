package io.github.bpflinker.maven.core;

import io.github.bpflinker.btf.KernelBtfName;
import io.github.bpflinker.load.plan.LoadPlan;
import io.github.bpflinker.load.plan.PlanException;
import io.github.bpflinker.load.plan.PlanOptions;
import io.github.bpflinker.load.plan.Planner;
import io.github.bpflinker.maven.BuildFailure;
import io.github.bpflinker.maven.Reason;
import io.github.bpflinker.maven.report.ObjectFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Reads the inputs of the goals about CO-RE: files with kernels' BTF, and objects. */
final class KernelFiles {

    private KernelFiles() {}

    /**
     * The files with the BTF of kernels, at least one.
     *
     * @param parameter the parameter that names them
     * @param places files, and folders whose files {@code *.btf} are meant
     * @throws BuildFailure if one of them does not exist, or there is no file
     */
    static List<Path> find(String parameter, List<Path> places) {
        List<Path> files = new ArrayList<>();
        for (Path place : places) {
            if (!Files.exists(place)) {
                throw new BuildFailure(new Reason.PathMissing(parameter, place.toString()));
            }
            if (Files.isDirectory(place)) {
                try (Stream<Path> inside = Files.list(place)) {
                    inside.filter(file -> file.toString().endsWith(KernelBtfName.file("")))
                            .sorted()
                            .forEach(files::add);
                } catch (IOException e) {
                    throw BuildFailure.unreadable(place, e);
                }
            } else {
                files.add(place);
            }
        }
        if (files.isEmpty()) {
            throw new BuildFailure(new Reason.NoKernelTypes(parameter, places.toString()));
        }
        return files;
    }

    static LoadPlan plan(Path object) {
        try {
            return Planner.plan(ObjectFiles.object(object), PlanOptions.none());
        } catch (PlanException e) {
            throw new BuildFailure(new Reason.LinkerRefuses(String.valueOf(e.getMessage())), e);
        }
    }
}
