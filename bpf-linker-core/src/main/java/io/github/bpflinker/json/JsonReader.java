package io.github.bpflinker.json;

import io.github.bpflinker.json.JsonValue.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A strict parser of one JSON document: no comments, trailing commas or duplicate member names, and at most 64 levels
 * of nesting.
 */
final class JsonReader {

    private static final int DEEPEST = 64;

    private final String text;
    private int at;
    private int depth;

    JsonReader(String text) {
        this.text = text;
    }

    JsonValue readDocument() {
        JsonValue value = readValue();
        skipBlanks();
        if (at < text.length()) {
            throw wrong("something follows the value");
        }
        return value;
    }

    private JsonValue readValue() {
        skipBlanks();
        char c = peek();
        return switch (c) {
            case '{' -> readObject();
            case '[' -> readArray();
            case '"' -> JsonValue.of(readText());
            case 't' -> readWord("true", JsonValue.of(true));
            case 'f' -> readWord("false", JsonValue.of(false));
            case 'n' -> readWord("null", new JsonValue.Null());
            default -> readNumber();
        };
    }

    private JsonValue readObject() {
        enter();
        Map<String, JsonValue> members = new LinkedHashMap<>();
        while (!isEnd('}', members.isEmpty())) {
            skipBlanks();
            int start = at;
            if (peek() != '"') {
                throw wrong("a member name should begin here");
            }
            String name = readText();
            skipBlanks();
            expect(':');
            if (members.put(name, readValue()) != null) {
                at = start;
                throw wrong("a member name is repeated");
            }
        }
        return new JsonObject(members);
    }

    private JsonValue readArray() {
        enter();
        List<JsonValue> values = new ArrayList<>();
        while (!isEnd(']', values.isEmpty())) {
            values.add(readValue());
        }
        return JsonValue.of(values);
    }

    private void enter() {
        at++;
        if (++depth > DEEPEST) {
            throw wrong("nested more than " + DEEPEST + " deep");
        }
    }

    /** Consumes the closing character, or the comma before the next element. */
    private boolean isEnd(char end, boolean first) {
        skipBlanks();
        if (peek() == end) {
            at++;
            depth--;
            return true;
        }
        if (!first) {
            expect(',');
        }
        return false;
    }

    private String readText() {
        expect('"');
        StringBuilder value = new StringBuilder();
        while (true) {
            char c = peek();
            at++;
            if (c == '"') {
                return value.toString();
            }
            if (c < ' ') {
                at--;
                throw wrong("a control character in a string");
            }
            value.append(c == '\\' ? readEscaped() : c);
        }
    }

    private char readEscaped() {
        char c = peek();
        at++;
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> readCodeUnit();
            default -> {
                at--;
                throw wrong("an unknown escape");
            }
        };
    }

    private char readCodeUnit() {
        int unit = 0;
        for (int digit = 0; digit < 4; digit++) {
            int value = Character.digit(peek(), 16);
            if (value < 0 || peek() > 'f') {
                throw wrong("a hexadecimal digit should be here");
            }
            unit = unit * 16 + value;
            at++;
        }
        return (char) unit;
    }

    private JsonValue readNumber() {
        int start = at;
        skip('-');
        if (!skip('0')) {
            skipDigits();
        }
        if (skip('.')) {
            skipDigits();
        }
        if (skip('e') || skip('E')) {
            if (!skip('+')) {
                skip('-');
            }
            skipDigits();
        }
        return new JsonValue.JsonNumber(text.substring(start, at));
    }

    private void skipDigits() {
        int start = at;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        if (at == start) {
            throw wrong(start == text.length() ? "the text ends early" : "no value begins like this");
        }
    }

    private boolean skip(char c) {
        boolean there = at < text.length() && text.charAt(at) == c;
        at += there ? 1 : 0;
        return there;
    }

    private JsonValue readWord(String word, JsonValue value) {
        if (!text.startsWith(word, at)) {
            throw wrong("no value begins like this");
        }
        at += word.length();
        return value;
    }

    private void skipBlanks() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private void expect(char c) {
        if (peek() != c) {
            throw wrong("'" + c + "' should be here");
        }
        at++;
    }

    private char peek() {
        if (at >= text.length()) {
            throw wrong("the text ends early");
        }
        return text.charAt(at);
    }

    private JsonException wrong(String reason) {
        return new JsonException(at, reason);
    }
}
