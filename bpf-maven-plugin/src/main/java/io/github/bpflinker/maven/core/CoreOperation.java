package io.github.bpflinker.maven.core;

import io.github.bpflinker.btf.KernelBtfName;
import io.github.bpflinker.json.JsonValue;
import io.github.bpflinker.load.bind.CorePreview;
import io.github.bpflinker.load.core.ModelTypes;
import io.github.bpflinker.maven.BuildFailure;
import io.github.bpflinker.maven.BuildLog;
import io.github.bpflinker.maven.Reason;
import io.github.bpflinker.maven.report.ObjectFiles;
import io.github.bpflinker.maven.report.Reports;
import io.github.bpflinker.report.CorePreviewJson;
import io.github.bpflinker.report.CorePreviewText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The goal {@code core}: shows the results of CO-RE relocations on several kernels. */
public final class CoreOperation {

    private final Path running;
    private final BuildLog log;

    /** @param running the types of the running kernel, for goals that name no other */
    public CoreOperation(Path running, BuildLog log) {
        this.running = running;
        this.log = log;
    }

    /**
     * Logs a table for each object.
     *
     * @param against files with the BTF of a kernel, and folders of such files; empty for the running kernel
     * @param report for the same as JSON, an array with an element for each object; not written if empty
     * @throws BuildFailure if a file can't be read, or an object can't be loaded into one of the kernels
     */
    public void run(List<Path> objects, List<Path> against, Optional<Path> report) {
        List<Path> files = kernels(against);
        List<String> names = files.stream().map(KernelBtfName::of).toList();
        List<ModelTypes> types = files.stream()
                .map(file -> new ModelTypes(file.toString(), ObjectFiles.types(file)))
                .toList();
        List<JsonValue> all = new ArrayList<>();
        List<String> failed = new ArrayList<>();
        for (Path object : objects) {
            CorePreview preview = CorePreview.of(KernelFiles.plan(object), types);
            CorePreviewText.lines(object.toString(), names, preview).forEach(log::info);
            all.add(CorePreviewJson.of(object.toString(), names, preview));
            if (preview.hasErrors()) {
                failed.add(object.toString());
            }
        }
        report.ifPresent(file -> Reports.write(file, JsonValue.of(all) + "\n"));
        if (failed.size() == 1) {
            throw new BuildFailure(refusal(failed.get(0)));
        }
        if (!failed.isEmpty()) {
            failed.forEach(object -> log.error(refusal(object).sentence()));
            throw new BuildFailure(new Reason.SeveralFailed(failed.size(), String.join(", ", failed)));
        }
    }

    private List<Path> kernels(List<Path> against) {
        if (!against.isEmpty()) {
            return KernelFiles.find("against", against);
        }
        if (!Files.exists(running)) {
            throw new BuildFailure(
                    new Reason.KernelWithoutBtf(running.toString(), "<against> or -Dbpf.core.against=FILE"));
        }
        return List.of(running);
    }

    private static Reason refusal(String object) {
        return new Reason.LinkerRefuses(
                object + " can't be loaded into one of the kernels because of a CO-RE relocation: see its table");
    }
}
