package io.github.bpflinker.report;

import io.github.bpflinker.json.JsonValue;
import io.github.bpflinker.json.JsonValue.JsonObject;
import io.github.bpflinker.load.verify.LoadResult;
import io.github.bpflinker.load.verify.Verification;
import java.util.LinkedHashMap;
import java.util.Map;

/** The result of verifying an object with the running kernel, as JSON. */
public final class LoadJson {

    private LoadJson() {}

    public static JsonValue of(String file, Verification verification) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("file", JsonValue.of(file));
        if (verification.result() instanceof LoadResult.Skipped skipped) {
            members.put("verdict", JsonValue.of("skipped"));
            members.put("reason", JsonValue.of(skipped.reason()));
        } else {
            members.put("verdict", JsonValue.of(verification.isAccepted() ? "accepted" : "refused"));
            VerdictJson.addTo(members, verification);
        }
        return new JsonObject(members);
    }
}
