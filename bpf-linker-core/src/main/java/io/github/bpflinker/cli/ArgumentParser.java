package io.github.bpflinker.cli;

import io.github.bpflinker.cli.LinkOption.Shape;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Sorts the arguments of {@code link}. Written by hand because this runs once per rustc link: with picocli's parser the
 * same arguments took 63 ms (annotations: 95 ms) on top of a JVM start of 34 ms (JDK 17, C1 only, serial GC).
 */
final class ArgumentParser {

    private final List<String> arguments;
    private final Map<LinkOption, List<String>> values = new EnumMap<>(LinkOption.class);
    private final List<String> inputs = new ArrayList<>();
    private int next;

    private ArgumentParser(List<String> arguments) {
        this.arguments = arguments;
    }

    /**
     * @param arguments the arguments, response files already replaced by what they hold
     * @throws UsageException if an option is unknown, or has no value where it needs one
     */
    static ParsedArguments parse(List<String> arguments) {
        ArgumentParser parser = new ArgumentParser(arguments);
        while (parser.next < arguments.size()) {
            parser.readOne(arguments.get(parser.next++));
        }
        return new ParsedArguments(parser.values, parser.inputs);
    }

    private void readOne(String argument) {
        if (argument.equals("--")) {
            inputs.addAll(arguments.subList(next, arguments.size()));
            next = arguments.size();
        } else if (argument.length() < 2 || argument.charAt(0) != '-') {
            inputs.add(argument);
        } else {
            readOption(argument);
        }
    }

    private void readOption(String argument) {
        LinkOption exact = LinkOption.ofSpelling(argument);
        if (exact != null) {
            add(exact, separateValue(exact, argument));
            return;
        }
        int equals = argument.indexOf('=');
        LinkOption named = equals < 0 ? null : LinkOption.ofSpelling(argument.substring(0, equals));
        if (named != null) {
            add(named, attachedValue(named, argument.substring(0, equals), argument.substring(equals + 1)));
            return;
        }
        String letter = argument.substring(0, 2);
        LinkOption shortOption = LinkOption.ofSpelling(letter);
        if (shortOption != null && shortOption.shape() == Shape.VALUE) {
            add(shortOption, argument.substring(2));
            return;
        }
        throw unknown(equals < 0 ? argument : argument.substring(0, equals));
    }

    private String separateValue(LinkOption option, String spelling) {
        return switch (option.shape()) {
            case FLAG -> "";
            case BOOLEAN -> isNext("true") || isNext("false") ? arguments.get(next++) : "true";
            case VALUE, LIST -> {
                if (next == arguments.size() || isNext("--") || LinkOption.ofSpelling(arguments.get(next)) != null) {
                    throw new UsageException(spelling + " needs a value: " + spelling + " " + option.label());
                }
                yield arguments.get(next++);
            }
        };
    }

    private boolean isNext(String text) {
        return next < arguments.size() && arguments.get(next).equals(text);
    }

    private static String attachedValue(LinkOption option, String spelling, String value) {
        if (option.shape() == Shape.FLAG) {
            throw new UsageException(spelling + " takes no value, not even '" + value + "'");
        }
        if (value.isEmpty() && option != LinkOption.CPU_FEATURES) {
            throw new UsageException(spelling + " needs a value: " + spelling + "=" + option.label());
        }
        return value;
    }

    private void add(LinkOption option, String value) {
        List<String> given = values.computeIfAbsent(option, any -> new ArrayList<>());
        if (option.shape() == Shape.LIST) {
            addCommaSeparated(given, value);
        } else {
            given.add(value);
        }
    }

    private static void addCommaSeparated(List<String> given, String value) {
        int start = 0;
        while (start <= value.length()) {
            int comma = value.indexOf(',', start);
            int end = comma < 0 ? value.length() : comma;
            if (end > start) {
                given.add(value.substring(start, end));
            }
            start = end + 1;
        }
    }

    private static UsageException unknown(String spelling) {
        List<String> known = new ArrayList<>();
        for (LinkOption option : LinkOption.values()) {
            known.addAll(option.spellings());
        }
        return new UsageException("unknown option " + spelling
                + NearestName.of(spelling, known)
                        .map(near -> "; did you mean " + near + "?")
                        .orElse(""));
    }
}
