package io.github.bpflinker.cli;

import io.github.bpflinker.option.LinkOption;
import io.github.bpflinker.option.LinkOption.Shape;
import io.github.bpflinker.text.NearestNames;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Parses the arguments of {@code link} as described by {@link LinkOption}: {@code --name VALUE}, {@code --name=VALUE},
 * {@code -nVALUE}, {@code -n=VALUE}, clusters of single-letter options, and {@code --} before inputs only. Every link
 * parses one command line in a cold JVM, where building a parser of picocli takes 50 ms of CPU; subcommands use picocli.
 */
final class LinkLineParser {

    private static final String END_OF_OPTIONS = "--";

    private final List<String> arguments;
    private final Map<LinkOption<?>, List<String>> values = new HashMap<>();
    private final List<String> inputs = new ArrayList<>();
    private int next;

    /** @param arguments the arguments, with response files expanded */
    LinkLineParser(List<String> arguments) {
        this.arguments = List.copyOf(arguments);
    }

    /** @throws UsageException if an option is unknown, lacks its value, or has one that it does not take */
    LinkLine parse() {
        while (next < arguments.size()) {
            String argument = arguments.get(next++);
            if (argument.equals(END_OF_OPTIONS)) {
                inputs.addAll(arguments.subList(next, arguments.size()));
                break;
            }
            if (argument.length() > 1 && argument.charAt(0) == '-') {
                addOption(argument);
            } else {
                inputs.add(argument);
            }
        }
        return new LinkLine(values, inputs);
    }

    private void addOption(String argument) {
        int equals = argument.indexOf('=');
        String spelling = equals < 0 ? argument : argument.substring(0, equals);
        @Nullable LinkOption<?> option = LinkOption.ofSpelling(spelling);
        if (option == null) {
            addCluster(argument, spelling);
        } else if (equals < 0) {
            addDetached(option, spelling);
        } else {
            addAttached(option, spelling, argument.substring(equals + 1));
        }
    }

    /** Adds single-letter options after one dash; the first that takes a value takes the rest of the argument. */
    private void addCluster(String argument, String name) {
        if (argument.startsWith("--")) {
            throw unknown(name);
        }
        for (int at = 1; at < argument.length(); at++) {
            String spelling = "-" + argument.charAt(at);
            @Nullable LinkOption<?> option = LinkOption.ofSpelling(spelling);
            if (option == null) {
                throw unknown(name);
            }
            String rest = argument.substring(at + 1);
            if (option.shape() != Shape.FLAG && !rest.isEmpty()) {
                addAttached(option, spelling, rest.startsWith("=") ? rest.substring(1) : rest);
                return;
            }
            addDetached(option, spelling);
        }
    }

    private void addAttached(LinkOption<?> option, String spelling, String value) {
        switch (option.shape()) {
            case FLAG -> throw new UsageException(spelling + " takes no value, not even '" + value + "'");
            case BOOLEAN -> {
                if (!isBoolean(value)) {
                    throw new UsageException(spelling + " is true or false, not '" + value + "'");
                }
                values.put(option, List.of(value.toLowerCase(Locale.ROOT)));
            }
            case VALUE, NUMBER -> setValue(option, spelling, "=", value);
            case LIST -> addCommaSeparated(option, value);
        }
    }

    private void addDetached(LinkOption<?> option, String spelling) {
        switch (option.shape()) {
            case FLAG -> values.put(option, List.of("true"));
            case BOOLEAN -> {
                boolean given = next < arguments.size() && isBoolean(arguments.get(next));
                values.put(option, List.of(given ? arguments.get(next++).toLowerCase(Locale.ROOT) : "true"));
            }
            case NUMBER -> values.put(option, List.of("0"));
            case VALUE -> setValue(option, spelling, " ", takeValue(option, spelling));
            case LIST -> addCommaSeparated(option, takeValue(option, spelling));
        }
    }

    private static boolean isBoolean(String value) {
        return value.equalsIgnoreCase("true") || value.equalsIgnoreCase("false");
    }

    /** The next argument. An option there means that the value is missing; attached by {@code =}, it would be one. */
    private String takeValue(LinkOption<?> option, String spelling) {
        if (next >= arguments.size()
                || arguments.get(next).equals(END_OF_OPTIONS)
                || LinkOption.ofSpelling(arguments.get(next)) != null) {
            throw needsValue(option, spelling, " ");
        }
        return arguments.get(next++);
    }

    /** Sets a value; the last one counts. */
    private void setValue(LinkOption<?> option, String spelling, String separator, String value) {
        if (value.isEmpty() && option != LinkOption.CPU_FEATURES) {
            throw needsValue(option, spelling, separator);
        }
        values.put(option, List.of(value));
    }

    private void addCommaSeparated(LinkOption<?> option, String value) {
        List<String> all = values.computeIfAbsent(option, any -> new ArrayList<>());
        int start = 0;
        while (start <= value.length()) {
            int comma = value.indexOf(',', start);
            int end = comma < 0 ? value.length() : comma;
            if (end > start) {
                all.add(value.substring(start, end));
            }
            start = end + 1;
        }
    }

    private static UsageException needsValue(LinkOption<?> option, String spelling, String separator) {
        return new UsageException(spelling + " needs a value: " + spelling + separator + option.label());
    }

    private static UsageException unknown(String name) {
        List<String> known = new ArrayList<>();
        for (LinkOption<?> option : LinkOption.all()) {
            known.addAll(option.spellings());
        }
        // No suggestions for single letters, which are all similar.
        int suggestions = name.startsWith("--") ? 1 : 0;
        return new UsageException("unknown option " + name
                + NearestNames.of(name, known, suggestions).stream()
                        .map(near -> "; did you mean " + near + "?")
                        .collect(Collectors.joining()));
    }
}
