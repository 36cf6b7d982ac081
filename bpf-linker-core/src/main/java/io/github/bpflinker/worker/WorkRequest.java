package io.github.bpflinker.worker;

import io.github.bpflinker.json.JsonException;
import io.github.bpflinker.json.JsonValue;
import io.github.bpflinker.json.JsonValue.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request of the worker protocol. Other fields of the protocol (inputs, verbosity, sandboxDir) are ignored.
 *
 * @param arguments the command line
 * @param id the request id; 0 for requests that are not multiplexed
 * @param cancel whether it cancels the request with that id
 * @param wantsReport whether the response must include a {@link LinkReport}; not set by Bazel, which may reject unknown
 *     fields
 */
public record WorkRequest(List<String> arguments, int id, boolean cancel, boolean wantsReport) {

    public WorkRequest {
        arguments = List.copyOf(arguments);
    }

    /** @throws JsonException or {@link IllegalArgumentException} if {@code line} is not a request */
    static WorkRequest parse(String line) {
        JsonValue json = JsonValue.parse(line);
        if (!(json instanceof JsonObject)) {
            throw new IllegalArgumentException("a request is an object");
        }
        List<String> arguments = new ArrayList<>();
        json.member("arguments")
                .map(list -> list.asList().orElseThrow(() -> new IllegalArgumentException("arguments is no array")))
                .orElse(List.of())
                .forEach(argument -> arguments.add(
                        argument.asText().orElseThrow(() -> new IllegalArgumentException("an argument is no string"))));
        long id = json.member("requestId")
                .map(value -> value.asLong().orElseThrow(() -> new IllegalArgumentException("requestId is no number")))
                .orElse(0L);
        return new WorkRequest(arguments, Math.toIntExact(id), isTrue(json, "cancel"), isTrue(json, "wantsReport"));
    }

    private static boolean isTrue(JsonValue json, String member) {
        return json.member(member).equals(Optional.of(JsonValue.of(true)));
    }

    /** Creates a request with a report. */
    public static WorkRequest of(List<String> arguments) {
        return new WorkRequest(arguments, 0, false, true);
    }

    /** The request as a line of the protocol, without the line end. */
    public String toJson() {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put(
                "arguments", JsonValue.of(arguments.stream().map(JsonValue::of).toList()));
        members.put("inputs", JsonValue.of(List.of()));
        members.put("requestId", JsonValue.of(id));
        if (wantsReport) {
            members.put("wantsReport", JsonValue.of(true));
        }
        return new JsonObject(members).toString();
    }
}
