package io.github.bpflinker.maven.verify;

import io.github.bpflinker.json.JsonValue;
import io.github.bpflinker.json.JsonValue.JsonObject;
import io.github.bpflinker.load.verify.Verification;
import io.github.bpflinker.maven.project.ProjectObjects.Linked;
import io.github.bpflinker.report.VerdictJson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The report as JSON. The format is extended only by new members. */
final class VerifyJson {

    private VerifyJson() {}

    /**
     * The result for an object.
     *
     * @param object the object
     * @param verification the kernel's result; empty if the object was skipped
     * @param skipped the reason for skipping the object
     */
    record Entry(Linked object, Optional<Verification> verification, Optional<String> skipped) {}

    static String of(List<Entry> entries) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("kernel", JsonValue.of(System.getProperty("os.version", "")));
        members.put(
                "objects", JsonValue.of(entries.stream().map(VerifyJson::entry).toList()));
        return new JsonObject(members) + "\n";
    }

    private static JsonValue entry(Entry entry) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("object", JsonValue.of(entry.object().label()));
        members.put("file", JsonValue.of(entry.object().file().toString()));
        members.put("verdict", JsonValue.of(verdict(entry)));
        entry.skipped().ifPresent(reason -> members.put("reason", JsonValue.of(reason)));
        entry.verification().ifPresent(verification -> VerdictJson.addTo(members, verification));
        return new JsonObject(members);
    }

    private static String verdict(Entry entry) {
        return entry.verification()
                .map(verification -> verification.isAccepted() ? "accepted" : "refused")
                .orElse("skipped");
    }
}
