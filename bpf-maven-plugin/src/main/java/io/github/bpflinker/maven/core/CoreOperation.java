package io.github.bpflinker.maven.core;

import io.github.bpflinker.btf.KernelBtfName;
import io.github.bpflinker.json.JsonValue;
import io.github.bpflinker.load.bind.CorePreview;
import io.github.bpflinker.load.core.ModelTypes;
import io.github.bpflinker.maven.BuildFailure;
import io.github.bpflinker.maven.BuildLog;
import io.github.bpflinker.maven.Reason;
import io.github.bpflinker.maven.report.ObjectFiles;
import io.github.bpflinker.report.CorePreviewJson;
import io.github.bpflinker.report.CorePreviewText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The goal {@code core}: shows the results of CO-RE relocations on several kernels. */
public final class CoreOperation {

    private final BuildLog log;

    public CoreOperation(BuildLog log) {
        this.log = log;
    }

    /**
     * Logs a table for each object.
     *
     * @param kernels files with the BTF of a kernel, and folders of such files
     * @return the same as JSON: an array with an element for each object
     * @throws BuildFailure if a file can't be read
     */
    public String run(List<Path> objects, List<Path> kernels) {
        List<Path> files = KernelFiles.find("against", kernels);
        List<String> names = files.stream().map(KernelBtfName::of).toList();
        List<ModelTypes> types = files.stream()
                .map(file -> new ModelTypes(file.toString(), ObjectFiles.types(file)))
                .toList();
        List<JsonValue> all = new ArrayList<>();
        for (Path object : objects) {
            CorePreview preview = CorePreview.of(KernelFiles.plan(object), types);
            CorePreviewText.lines(object.toString(), names, preview).forEach(log::info);
            all.add(CorePreviewJson.of(object.toString(), names, preview));
            if (preview.hasErrors()) {
                throw new BuildFailure(new Reason.LinkerRefuses(object
                        + " can't be loaded into one of the kernels because of a CO-RE relocation: see its table"));
            }
        }
        return JsonValue.of(all) + "\n";
    }
}
