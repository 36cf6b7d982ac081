package io.github.bpflinker.report;

import io.github.bpflinker.diagnostic.Diagnostic;
import io.github.bpflinker.diagnostic.Problem;
import io.github.bpflinker.diagnostic.Severity;
import io.github.bpflinker.diagnostic.SourceLocation;
import io.github.bpflinker.json.JsonValue;
import io.github.bpflinker.json.JsonValue.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Converts diagnostics to and from JSON without loss. Unset fields are omitted. */
public final class DiagnosticJson {

    private DiagnosticJson() {}

    /** Converts a diagnostic to an object. */
    public static JsonObject write(Diagnostic diagnostic) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("severity", JsonValue.of(lower(diagnostic.severity().name())));
        members.put("problem", JsonValue.of(lower(diagnostic.problem().name())));
        put(members, "input", diagnostic.input());
        put(members, "symbol", diagnostic.symbol());
        put(members, "function", diagnostic.function());
        SourceLocation location = diagnostic.location();
        if (location != null) {
            members.put("file", JsonValue.of(location.file()));
            members.put("line", JsonValue.of(location.line()));
            members.put("column", JsonValue.of(location.column()));
        }
        put(members, "detail", diagnostic.detail());
        if (!diagnostic.related().isEmpty()) {
            members.put(
                    "related",
                    JsonValue.of(
                            diagnostic.related().stream().map(JsonValue::of).toList()));
        }
        if (diagnostic.payload() != null) {
            members.put("payload", PayloadJson.write(diagnostic.payload()));
        }
        return new JsonObject(members);
    }

    private static void put(Map<String, JsonValue> members, String name, @Nullable String value) {
        if (value != null) {
            members.put(name, JsonValue.of(value));
        }
    }

    /**
     * Reads the output of {@link #write}.
     *
     * @throws IllegalArgumentException if it is not a diagnostic
     */
    public static Diagnostic read(JsonValue json) {
        List<String> related = new ArrayList<>();
        for (JsonValue name : json.member("related").flatMap(JsonValue::asList).orElse(List.of())) {
            related.add(name.asText().orElseThrow(() -> new IllegalArgumentException("related is no text")));
        }
        String file = text(json, "file");
        return new Diagnostic(
                Severity.valueOf(upper(json, "severity")),
                Problem.valueOf(upper(json, "problem")),
                text(json, "input"),
                text(json, "symbol"),
                text(json, "function"),
                file == null ? null : new SourceLocation(file, number(json, "line"), number(json, "column")),
                text(json, "detail"),
                related,
                json.member("payload").map(PayloadJson::read).orElse(null));
    }

    static @Nullable String text(JsonValue json, String member) {
        return json.member(member).flatMap(JsonValue::asText).orElse(null);
    }

    /** The text of a required member. */
    static String required(JsonValue json, String member) {
        return json.member(member)
                .flatMap(JsonValue::asText)
                .orElseThrow(() -> new IllegalArgumentException(member + " is missing or no text"));
    }

    static int number(JsonValue json, String member) {
        return json.member(member)
                .flatMap(JsonValue::asLong)
                .map(Math::toIntExact)
                .orElseThrow(() -> new IllegalArgumentException(member + " is missing or no number"));
    }

    private static String upper(JsonValue json, String member) {
        return required(json, member).toUpperCase(Locale.ROOT).replace('-', '_');
    }

    private static String lower(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
