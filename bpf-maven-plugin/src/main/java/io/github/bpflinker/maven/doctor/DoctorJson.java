package io.github.bpflinker.maven.doctor;

import io.github.bpflinker.json.JsonValue;
import io.github.bpflinker.json.JsonValue.JsonObject;
import io.github.bpflinker.maven.doctor.Check.Status;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The report as JSON. The format is extended only by new members. */
public final class DoctorJson {

    private DoctorJson() {}

    /** {@code ok}: whether nothing needed is missing; {@code checks}: all results. */
    public static String of(List<Check> checks) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("ok", JsonValue.of(checks.stream().noneMatch(check -> check.status() == Status.NEEDED)));
        members.put(
                "checks", JsonValue.of(checks.stream().map(DoctorJson::check).toList()));
        return new JsonObject(members) + "\n";
    }

    private static JsonValue check(Check check) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("area", JsonValue.of(check.area().name().toLowerCase(Locale.ROOT)));
        members.put("name", JsonValue.of(check.name()));
        members.put("status", JsonValue.of(check.status().name().toLowerCase(Locale.ROOT)));
        check.version().ifPresent(version -> members.put("version", JsonValue.of(version)));
        check.path().ifPresent(path -> members.put("path", JsonValue.of(path)));
        members.put("text", JsonValue.of(check.text()));
        check.remedy().ifPresent(remedy -> members.put("remedy", JsonValue.of(remedy)));
        return new JsonObject(members);
    }
}
