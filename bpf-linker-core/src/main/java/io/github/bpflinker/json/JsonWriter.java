package io.github.bpflinker.json;

import io.github.bpflinker.json.JsonValue.Array;
import io.github.bpflinker.json.JsonValue.JsonObject;
import io.github.bpflinker.json.JsonValue.Text;
import java.util.Map;

/** Writes values as one line of ASCII, so that the encoding of the stream does not matter. */
final class JsonWriter {

    private static final char FIRST_PRINTABLE = ' ';
    private static final char LAST_PRINTABLE = '~';

    private final StringBuilder out = new StringBuilder();

    private JsonWriter() {}

    static String write(JsonValue value) {
        JsonWriter writer = new JsonWriter();
        writer.append(value);
        return writer.out.toString();
    }

    private void append(JsonValue value) {
        if (value instanceof JsonObject object) {
            appendObject(object);
        } else if (value instanceof Array array) {
            String separator = "[";
            for (JsonValue element : array.values()) {
                out.append(separator);
                append(element);
                separator = ",";
            }
            out.append(array.values().isEmpty() ? "[]" : "]");
        } else if (value instanceof Text text) {
            appendText(text.value());
        } else {
            out.append(value);
        }
    }

    private void appendObject(JsonObject object) {
        String separator = "{";
        for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
            out.append(separator);
            appendText(member.getKey());
            out.append(':');
            append(member.getValue());
            separator = ",";
        }
        out.append(object.members().isEmpty() ? "{}" : "}");
    }

    private void appendText(String text) {
        out.append('"');
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c >= FIRST_PRINTABLE && c <= LAST_PRINTABLE) {
                        out.append(c);
                    } else {
                        appendEscaped(c);
                    }
                }
            }
        }
        out.append('"');
    }

    private void appendEscaped(char c) {
        String hex = Integer.toHexString(c);
        out.append("\\u").append("0000", 0, 4 - hex.length()).append(hex);
    }
}
