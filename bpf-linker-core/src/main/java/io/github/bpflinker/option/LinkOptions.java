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

    /** An instance without options. */
    public static LinkOptions none() {
        return NONE;
    }

    /** Creates an empty builder. */
    public static Builder builder() {
        return new Builder(Map.of());
    }

    /** Creates a builder with these options. */
    public Builder toBuilder() {
        return new Builder(values);
    }

    /** The value of an option; empty if it is not set. */
    @SuppressWarnings("unchecked") // put in by a builder, with that type
    public <T> Optional<T> get(LinkOption<T> option) {
        return Optional.ofNullable((T) values.get(option));
    }

    /** Whether an option is on. */
    public boolean has(LinkOption<Boolean> option) {
        return Boolean.TRUE.equals(values.get(option));
    }

    /** The arguments of the command line for these values, in the order of {@link LinkOption#all()}. */
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

    /** Builds options. Not thread-safe. */
    public static final class Builder {

        private final Map<LinkOption<?>, Object> values;

        private Builder(Map<LinkOption<?>, Object> values) {
            this.values = new HashMap<>(values);
        }

        /** Sets the value of an option, replacing an earlier one. */
        public <T> Builder set(LinkOption<T> option, T value) {
            values.put(option, value instanceof List<?> list ? List.copyOf(list) : value);
            return this;
        }

        /** Sets the value of an option if it is present. */
        public <T> Builder set(LinkOption<T> option, Optional<T> value) {
            value.ifPresent(present -> set(option, present));
            return this;
        }

        /** Sets all options that are set in {@code options}. */
        public Builder setAll(LinkOptions options) {
            values.putAll(options.values);
            return this;
        }

        /** Removes an option. */
        public Builder unset(LinkOption<?> option) {
            values.remove(option);
            return this;
        }

        /** Whether the option is set. */
        public boolean isSet(LinkOption<?> option) {
            return values.containsKey(option);
        }

        /**
         * Sets the value of an option from words of a command line.
         *
         * @throws InvalidOptionException if they are invalid
         */
        public <T> Builder parse(LinkOption<T> option, List<String> words) {
            return set(option, option.parse(words));
        }

        /** Builds the options. */
        public LinkOptions build() {
            return new LinkOptions(Map.copyOf(values));
        }
    }
}
