package io.github.bpflinker.report;

import io.github.bpflinker.diagnostic.CodeLimit;
import io.github.bpflinker.diagnostic.KernelGap;
import io.github.bpflinker.diagnostic.Payload;
import io.github.bpflinker.diagnostic.ProcessKey;
import io.github.bpflinker.diagnostic.Remedy;
import io.github.bpflinker.diagnostic.SymbolOrigin;
import io.github.bpflinker.diagnostic.TimeLimit;
import io.github.bpflinker.diagnostic.WrittenBy;
import io.github.bpflinker.json.JsonValue;
import io.github.bpflinker.json.JsonValue.JsonObject;
import io.github.bpflinker.version.KernelVersion;
import io.github.bpflinker.version.LlvmVersion;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Converts payloads to and from JSON objects with a member {@code kind}. */
final class PayloadJson {

    private PayloadJson() {}

    static JsonObject write(Payload payload) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("kind", JsonValue.of(payload.kind().name()));
        switch (payload.kind()) {
            case CODE_LIMIT -> members.put("limit", JsonValue.of(((CodeLimit) payload).id()));
            case KERNEL_GAP -> {
                KernelGap gap = (KernelGap) payload;
                put(members, "since", gap.since());
                put(members, "until", gap.until());
                put(members, "user", gap.user());
                members.put(
                        "remedies",
                        JsonValue.of(gap.remedies().stream()
                                .map(remedy -> JsonValue.of(remedy.id()))
                                .toList()));
            }
            case PROCESS_KEY -> members.put("key", JsonValue.of(((ProcessKey) payload).text()));
            case SYMBOL_ORIGIN -> {
                SymbolOrigin origin = (SymbolOrigin) payload;
                members.put("name", JsonValue.of(origin.name()));
                if (origin.helper() != null) {
                    members.put("helper", JsonValue.of(origin.helper()));
                }
            }
            case TIME_LIMIT ->
                members.put(
                        "milliseconds",
                        JsonValue.of(((TimeLimit) payload).limit().toMillis()));
            case WRITTEN_BY -> {
                WrittenBy writer = (WrittenBy) payload;
                members.put("producer", JsonValue.of(writer.producer()));
                put(members, "version", writer.version());
            }
        }
        return new JsonObject(members);
    }

    private static void put(Map<String, JsonValue> members, String name, @Nullable Object value) {
        if (value != null) {
            members.put(name, JsonValue.of(value.toString()));
        }
    }

    /** @throws IllegalArgumentException if it is not a payload */
    static Payload read(JsonValue json) {
        return switch (Payload.Kind.valueOf(DiagnosticJson.required(json, "kind"))) {
            case CODE_LIMIT ->
                CodeLimit.parse(DiagnosticJson.required(json, "limit")).orElseThrow(IllegalArgumentException::new);
            case KERNEL_GAP ->
                new KernelGap(
                        release(json, "since"),
                        release(json, "until"),
                        DiagnosticJson.text(json, "user"),
                        json.member("remedies").flatMap(JsonValue::asList).orElse(List.of()).stream()
                                .flatMap(remedy -> remedy.asText().stream())
                                .flatMap(id -> Remedy.parse(id).stream())
                                .toList());
            case PROCESS_KEY -> new ProcessKey(DiagnosticJson.required(json, "key"));
            case SYMBOL_ORIGIN ->
                new SymbolOrigin(
                        DiagnosticJson.required(json, "name"),
                        json.member("helper")
                                .flatMap(JsonValue::asLong)
                                .map(Math::toIntExact)
                                .orElse(null));
            case TIME_LIMIT -> new TimeLimit(Duration.ofMillis(DiagnosticJson.number(json, "milliseconds")));
            case WRITTEN_BY ->
                new WrittenBy(
                        DiagnosticJson.required(json, "producer"),
                        Optional.ofNullable(DiagnosticJson.text(json, "version"))
                                .flatMap(LlvmVersion::parse)
                                .orElse(null));
        };
    }

    private static @Nullable KernelVersion release(JsonValue json, String member) {
        return Optional.ofNullable(DiagnosticJson.text(json, member))
                .flatMap(KernelVersion::parse)
                .orElse(null);
    }
}
