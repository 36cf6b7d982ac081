package io.github.bpflinker.option;

import io.github.bpflinker.version.KernelVersion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The type of an option's values and their syntax. Implemented as classes, because lambdas slow down the start of the
 * process.
 *
 * @param <T> the type of a value
 */
abstract class ValueType<T> {

    static final ValueType<Boolean> BOOL = new Bool();
    static final ValueType<String> TEXT = new Text();
    static final ValueType<List<String>> TEXTS = new Texts();
    static final ValueType<Path> PATH = new PathName();
    static final ValueType<Integer> NUMBER = new IntegerType();
    static final ValueType<KernelVersion> KERNEL = new Kernel();
    static final ValueType<RequestedLlvm> LLVM = new WhichLlvm();
    static final ValueType<LogLevel> LOG_LEVEL = new Level();

    /** Parses words of a command line; empty if one is invalid, see {@link #wrong}. */
    abstract Optional<T> parse(List<String> words);

    /** The words for a value. */
    List<String> words(T value) {
        return List.of(value.toString());
    }

    /** The first invalid word. */
    String wrong(List<String> words) {
        return words.get(words.size() - 1);
    }

    /** The valid words; empty if they are unlimited. */
    List<String> names() {
        return List.of();
    }

    /** A description of the valid values for messages. */
    String description() {
        return "a value";
    }

    static String last(List<String> words) {
        return words.get(words.size() - 1);
    }

    /** One of the values of an enum. */
    static final class OneOf<T extends NamedValue> extends ValueType<T> {
        private final List<T> values;

        OneOf(T[] values) {
            this.values = List.of(values);
        }

        @Override
        Optional<T> parse(List<String> words) {
            return Optional.ofNullable(find(last(words), values));
        }

        @Override
        List<String> words(T value) {
            return List.of(value.optionName());
        }

        @Override
        List<String> names() {
            return optionNames(values);
        }
    }

    /** A list of distinct values of an enum. */
    static final class SomeOf<T extends NamedValue> extends ValueType<List<T>> {
        private final List<T> values;

        SomeOf(T[] values) {
            this.values = List.of(values);
        }

        @Override
        Optional<List<T>> parse(List<String> words) {
            List<T> found = new ArrayList<>();
            for (String word : words) {
                T value = find(word, values);
                if (value == null) {
                    return Optional.empty();
                }
                if (!found.contains(value)) {
                    found.add(value);
                }
            }
            return Optional.of(Collections.unmodifiableList(found));
        }

        @Override
        String wrong(List<String> words) {
            for (String word : words) {
                if (find(word, values) == null) {
                    return word;
                }
            }
            return super.wrong(words);
        }

        @Override
        List<String> words(List<T> chosen) {
            return optionNames(chosen);
        }

        @Override
        List<String> names() {
            return optionNames(values);
        }
    }

    private static <T extends NamedValue> @Nullable T find(String name, List<T> values) {
        for (T value : values) {
            if (value.optionName().equals(name)) {
                return value;
            }
        }
        return null;
    }

    private static <T extends NamedValue> List<String> optionNames(List<T> values) {
        List<String> names = new ArrayList<>();
        for (T value : values) {
            names.add(value.optionName());
        }
        return names;
    }

    private static final class Bool extends ValueType<Boolean> {
        @Override
        Optional<Boolean> parse(List<String> words) {
            return Optional.of(last(words).equals("true"));
        }
    }

    private static final class Text extends ValueType<String> {
        @Override
        Optional<String> parse(List<String> words) {
            return Optional.of(last(words));
        }
    }

    private static final class Texts extends ValueType<List<String>> {
        @Override
        Optional<List<String>> parse(List<String> words) {
            return Optional.of(List.copyOf(words));
        }

        @Override
        List<String> words(List<String> value) {
            return value;
        }
    }

    private static final class PathName extends ValueType<Path> {
        @Override
        Optional<Path> parse(List<String> words) {
            return Optional.of(Path.of(last(words)));
        }
    }

    private static final class IntegerType extends ValueType<Integer> {
        @Override
        Optional<Integer> parse(List<String> words) {
            try {
                return Optional.of(Integer.parseInt(last(words)));
            } catch (NumberFormatException e) {
                return Optional.empty();
            }
        }

        @Override
        String description() {
            return "a number";
        }
    }

    private static final class Kernel extends ValueType<KernelVersion> {
        @Override
        Optional<KernelVersion> parse(List<String> words) {
            return KernelVersion.parse(last(words));
        }

        @Override
        String description() {
            return "a version such as 4.15";
        }
    }

    private static final class WhichLlvm extends ValueType<RequestedLlvm> {
        @Override
        Optional<RequestedLlvm> parse(List<String> words) {
            return Optional.of(RequestedLlvm.parse(last(words)));
        }

        @Override
        List<String> words(RequestedLlvm value) {
            return List.of(value.optionName());
        }
    }

    private static final class Level extends ValueType<LogLevel> {
        @Override
        Optional<LogLevel> parse(List<String> words) {
            return LogLevel.ofOptionName(last(words));
        }

        @Override
        List<String> words(LogLevel value) {
            return List.of(value.optionName());
        }

        @Override
        List<String> names() {
            return optionNames(List.of(LogLevel.values()));
        }
    }
}
