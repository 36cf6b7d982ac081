package io.github.bpflinker.option;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The values of {@link LinkOption}s, each of its own type. Immutable. */
public final class LinkOptions {

    private static final LinkOptions NONE = new LinkOptions(Map.of());

    private final Map<LinkOption<?>, Object> values;

    private LinkOptions(Map<LinkOption<?>, Object> values) {
        this.values = values;
    }

    /** No option is given. */
    public static LinkOptions none() {
        return NONE;
    }

    /** Starts without any. */
    public static Builder builder() {
        return new Builder(Map.of());
    }

    /** Starts with these. */
    public Builder toBuilder() {
        return new Builder(values);
    }

    /** The value of an option; empty if it was not given. */
    @SuppressWarnings("unchecked") // put in by a builder, with that type
    public <T> Optional<T> get(LinkOption<T> option) {
        return Optional.ofNullable((T) values.get(option));
    }

    /** Whether an option is on. */
    public boolean has(LinkOption<Boolean> option) {
        return Boolean.TRUE.equals(values.get(option));
    }

    /** The arguments of the command line that give these values, in the order of {@link LinkOption#all()}. */
    public List<String> toArguments() {
        List<String> arguments = new ArrayList<>();
        for (LinkOption<?> option : LinkOption.all()) {
            addArguments(option, arguments);
        }
        return arguments;
    }

    private <T> void addArguments(LinkOption<T> option, List<String> arguments) {
        Optional<T> value = get(option);
        if (value.isPresent()) {
            arguments.addAll(option.arguments(value.get()));
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LinkOptions options && values.equals(options.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return String.join(" ", toArguments());
    }

    /** Collects values. Not safe for use by several threads. */
    public static final class Builder {

        private final Map<LinkOption<?>, Object> values;

        private Builder(Map<LinkOption<?>, Object> values) {
            this.values = new HashMap<>(values);
        }

        /** Gives an option a value, in place of an earlier one. */
        public <T> Builder set(LinkOption<T> option, T value) {
            values.put(option, value instanceof List<?> list ? List.copyOf(list) : value);
            return this;
        }

        /** Gives an option a value if there is one. */
        public <T> Builder set(LinkOption<T> option, Optional<T> value) {
            value.ifPresent(present -> set(option, present));
            return this;
        }

        /** Gives all options their values that have one there. */
        public Builder setAll(LinkOptions options) {
            values.putAll(options.values);
            return this;
        }

        /** As if the option had not been given. */
        public Builder unset(LinkOption<?> option) {
            values.remove(option);
            return this;
        }

        /** Whether the option was given. */
        public boolean isSet(LinkOption<?> option) {
            return values.containsKey(option);
        }

        /**
         * Gives an option the value that words of a command line stand for.
         *
         * @throws InvalidOptionException if they stand for none
         */
        public <T> Builder parse(LinkOption<T> option, List<String> words) {
            return set(option, option.parse(words));
        }

        /** The values. */
        public LinkOptions build() {
            return new LinkOptions(Map.copyOf(values));
        }
    }
}
