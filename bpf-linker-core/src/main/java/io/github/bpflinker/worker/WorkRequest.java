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
 * A request of the worker protocol. What the protocol has beyond this (inputs, verbosity, sandboxDir) has no effect.
 *
 * @param arguments the command line
 * @param id 0 if requests come one at a time
 * @param cancel whether it is no request but the wish to end the one of that id
 * @param wantsReport whether the answer is to have a {@link LinkReport}; Bazel, which may refuse it, never asks
 */
public record WorkRequest(List<String> arguments, int id, boolean cancel, boolean wantsReport) {

    public WorkRequest {
        arguments = List.copyOf(arguments);
    }

    /** @throws JsonException or {@link IllegalArgumentException} if {@code line} is no request */
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

    /** A request for one link, with a report. */
    public static WorkRequest of(List<String> arguments) {
        return new WorkRequest(arguments, 0, false, true);
    }

    /** As a line of the protocol, without its end. */
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
