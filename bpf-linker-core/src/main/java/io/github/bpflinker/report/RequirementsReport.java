package io.github.bpflinker.report;

import io.github.bpflinker.json.JsonValue;
import io.github.bpflinker.kernel.requirements.Requirements;
import java.util.List;

/** The report of the command {@code requires}, for other front ends. */
public final class RequirementsReport {

    private RequirementsReport() {}

    /** The oldest kernel that can load the object and why, then a table of features, as lines. */
    public static List<String> lines(Requirements requirements) {
        return RequirementsText.lines(requirements);
    }

    /** The report as JSON. */
    public static JsonValue json(Requirements requirements) {
        return RequirementsJson.of(requirements);
    }
}
