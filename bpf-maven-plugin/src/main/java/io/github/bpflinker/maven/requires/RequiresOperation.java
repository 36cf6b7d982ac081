package io.github.bpflinker.maven.requires;

import io.github.bpflinker.json.JsonValue;
import io.github.bpflinker.kernel.requirements.Requirements;
import io.github.bpflinker.maven.BuildFailure;
import io.github.bpflinker.maven.BuildLog;
import io.github.bpflinker.maven.report.ObjectFiles;
import io.github.bpflinker.report.RequirementsJson;
import io.github.bpflinker.report.RequirementsText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The goal {@code requires}: reports the oldest kernel that can load each object, and the features that determine it.
 */
public final class RequiresOperation {

    private final BuildLog log;
    private final boolean details;

    /** @param details whether to list all features, not only the decisive ones */
    public RequiresOperation(BuildLog log, boolean details) {
        this.log = log;
        this.details = details;
    }

    /**
     * Logs the report.
     *
     * @return the same as JSON: an array with an element for each object
     * @throws BuildFailure if one of the files is not a BPF object
     */
    public String run(List<Path> objects) {
        List<JsonValue> all = new ArrayList<>();
        for (Path object : objects) {
            Requirements requirements = Requirements.of(ObjectFiles.object(object));
            List<String> lines = RequirementsText.lines(requirements);
            log.info(lines.get(0));
            lines.stream().skip(1).forEach(details ? log::info : log::debug);
            all.add(RequirementsJson.of(requirements));
        }
        return JsonValue.of(all) + "\n";
    }
}
