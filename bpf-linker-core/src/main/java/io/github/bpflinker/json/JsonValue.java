package io.github.bpflinker.json;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A JSON value. Immutable; {@code toString()} returns its compact text in one line. */
public sealed interface JsonValue {

    /** Parses a text that consists of one value. */
    static JsonValue parse(String text) {
        return new JsonReader(text).readDocument();
    }

    static JsonValue of(String text) {
        return new Text(text);
    }

    static JsonValue of(long number) {
        return new JsonNumber(Long.toString(number));
    }

    static JsonValue of(boolean value) {
        return new Bool(value);
    }

    static JsonValue of(List<? extends JsonValue> values) {
        return new Array(List.copyOf(values));
    }

    /** The value of a string; empty for other kinds. */
    default Optional<String> asText() {
        return this instanceof Text text ? Optional.of(text.value()) : Optional.empty();
    }

    /** The value of an integer in the range of {@code long}; otherwise empty. */
    default Optional<Long> asLong() {
        if (this instanceof JsonNumber number) {
            try {
                return Optional.of(Long.parseLong(number.literal()));
            } catch (NumberFormatException e) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** The elements of an array; empty for other kinds. */
    default Optional<List<JsonValue>> asList() {
        return this instanceof Array array ? Optional.of(array.values()) : Optional.empty();
    }

    /** The member of that name; empty if there is none or this is not an object. */
    default Optional<JsonValue> member(String name) {
        return this instanceof JsonObject object
                ? Optional.ofNullable(object.members().get(name))
                : Optional.empty();
    }

    /** {@code null}. */
    record Null() implements JsonValue {
        @Override
        public String toString() {
            return "null";
        }
    }

    /** {@code true} or {@code false}. */
    record Bool(boolean value) implements JsonValue {
        @Override
        public String toString() {
            return Boolean.toString(value);
        }
    }

    /**
     * A number.
     *
     * @param literal the number as written, without loss of precision
     */
    record JsonNumber(String literal) implements JsonValue {
        @Override
        public String toString() {
            return literal;
        }
    }

    /** A string. */
    record Text(String value) implements JsonValue {
        @Override
        public String toString() {
            return JsonWriter.write(this);
        }
    }

    /** An array. */
    record Array(List<JsonValue> values) implements JsonValue {
        public Array {
            values = List.copyOf(values);
        }

        @Override
        public String toString() {
            return JsonWriter.write(this);
        }
    }

    /** An object; its members keep their order. */
    record JsonObject(Map<String, JsonValue> members) implements JsonValue {
        public JsonObject {
            members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
        }

        @Override
        public String toString() {
            return JsonWriter.write(this);
        }
    }
}
