package io.github.bpflinker.maven.worker;

import io.github.bpflinker.json.JsonValue;
import io.github.bpflinker.json.JsonValue.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The lines of Bazel's JSON worker protocol. */
final class Protocol {

    private Protocol() {}

    static String request(List<String> arguments) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put(
                "arguments", JsonValue.of(arguments.stream().map(JsonValue::of).toList()));
        members.put("inputs", JsonValue.of(List.of()));
        members.put("requestId", JsonValue.of(0));
        return new JsonObject(members).toString();
    }

    /** Empty for a line that is no response. */
    static Optional<WorkerAnswer.Finished> response(String line) {
        try {
            JsonValue json = JsonValue.parse(line);
            Optional<Long> exitCode = json.member("exitCode").flatMap(JsonValue::asLong);
            return json instanceof JsonObject
                    ? Optional.of(new WorkerAnswer.Finished(
                            exitCode.orElse(0L).intValue(),
                            json.member("output").flatMap(JsonValue::asText).orElse("")))
                    : Optional.empty();
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }
}
