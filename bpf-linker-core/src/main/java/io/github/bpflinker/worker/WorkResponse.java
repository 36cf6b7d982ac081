package io.github.bpflinker.worker;

import io.github.bpflinker.json.JsonException;
import io.github.bpflinker.json.JsonValue;
import io.github.bpflinker.json.JsonValue.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A response of the worker protocol.
 *
 * @param exitCode the exit code of the command
 * @param output the output of the command
 * @param id the id of the request
 * @param report the structured report, if the request asked for it
 */
public record WorkResponse(int exitCode, String output, int id, Optional<LinkReport> report) {

    /**
     * Parses a line of the protocol.
     *
     * @throws JsonException or {@link IllegalArgumentException} if {@code line} is not a response
     */
    public static WorkResponse parse(String line) {
        JsonValue json = JsonValue.parse(line);
        if (!(json instanceof JsonObject)) {
            throw new IllegalArgumentException("a response is an object");
        }
        return new WorkResponse(
                number(json, "exitCode"),
                json.member("output").flatMap(JsonValue::asText).orElse(""),
                number(json, "requestId"),
                json.member("report").map(LinkReportJson::read));
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
        report.ifPresent(data -> members.put("report", LinkReportJson.write(data)));
        return new JsonObject(members).toString();
    }
}
