package io.github.bpflinker.worker;

import io.github.bpflinker.json.JsonException;
import io.github.bpflinker.json.JsonValue;
import io.github.bpflinker.json.JsonValue.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A response of the worker protocol.
 *
 * @param exitCode that of the command
 * @param output what the command printed
 * @param id that of the request
 */
record WorkResponse(int exitCode, String output, int id) {

    /** @throws JsonException or {@link IllegalArgumentException} if {@code line} is no response */
    static WorkResponse parse(String line) {
        JsonValue json = JsonValue.parse(line);
        return new WorkResponse(
                number(json, "exitCode"),
                json.member("output").flatMap(JsonValue::asText).orElse(""),
                number(json, "requestId"));
    }

    private static int number(JsonValue json, String member) {
        return Math.toIntExact(json.member(member)
                .map(value -> value.asLong().orElseThrow(() -> new IllegalArgumentException(member + " is no number")))
                .orElse(0L));
    }

    String toJson() {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("exitCode", JsonValue.of(exitCode));
        members.put("output", JsonValue.of(output));
        members.put("requestId", JsonValue.of(id));
        return new JsonObject(members).toString();
    }
}
