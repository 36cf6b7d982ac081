package io.github.bpflinker.cli;

import io.github.bpflinker.link.LinkRequest;
import io.github.bpflinker.option.InvalidOptionException;
import io.github.bpflinker.option.LinkOption;
import io.github.bpflinker.option.LinkOption.Shape;
import io.github.bpflinker.option.LinkOptions;
import io.github.bpflinker.text.NearestNames;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * The arguments of {@code link}, grouped by option.
 *
 * @param values the values of each option in order; {@code true} for a flag
 * @param inputs the arguments that are not options, in order
 */
record LinkLine(Map<LinkOption<?>, List<String>> values, List<String> inputs) {

    LinkLine {
        values = Map.copyOf(values);
        inputs = List.copyOf(inputs);
    }

    boolean has(LinkOption<?> option) {
        return values.containsKey(option);
    }

    /**
     * What is asked for. For the front end its own options are in it, too.
     *
     * @throws UsageException if something is missing or has a value that is none
     */
    LinkRequest request() {
        if (inputs.isEmpty()) {
            throw new UsageException("no input: name at least one bitcode file, object or archive");
        }
        if (!has(LinkOption.OUTPUT)) {
            throw noOutput();
        }
        LinkRequest.Builder request = LinkRequest.builder(options());
        for (String input : inputs) {
            request.input(Path.of(input));
        }
        return request.build();
    }

    /** The values of the options. */
    LinkOptions options() {
        LinkOptions.Builder options = LinkOptions.builder();
        try {
            for (Map.Entry<LinkOption<?>, List<String>> given : values.entrySet()) {
                options.parse(given.getKey(), given.getValue());
            }
        } catch (InvalidOptionException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
        return options.build();
    }

    /**
     * The error for a missing output. The option may be in a response file that does not exist and is therefore treated
     * as an input.
     */
    private UsageException noOutput() {
        for (String input : inputs) {
            if (input.startsWith("@") && !Files.exists(Path.of(input))) {
                return new UsageException(
                        "no output, and no response file '" + input.substring(1) + "': correct its path");
            }
        }
        return new UsageException("no output: say with -o FILE where it goes");
    }

    /**
     * @param arguments the arguments, with response files expanded
     * @throws UsageException if an option is unknown or lacks a required value
     */
    static LinkLine parse(List<String> arguments) {
        try {
            return of(LinkSpec.commandLine().parseArgs(arguments.toArray(String[]::new)));
        } catch (ParameterException e) {
            throw inOurWords(e, arguments);
        }
    }

    private static LinkLine of(ParseResult result) {
        Map<LinkOption<?>, List<String>> values = new HashMap<>();
        for (OptionSpec matched : result.matchedOptions()) {
            LinkOption<?> option = LinkOption.ofSpelling(matched.longestName());
            if (option != null) {
                values.put(option, values(option, matched));
            }
        }
        List<String> none = List.of();
        return new LinkLine(values, result.matchedPositionalValue(0, none));
    }

    private static List<String> values(LinkOption<?> option, OptionSpec matched) {
        if (option.shape() == Shape.LIST) {
            List<String> values = new ArrayList<>();
            matched.<List<String>>getValue().forEach(value -> addCommaSeparated(values, value));
            return values;
        }
        String value = String.valueOf(matched.<Object>getValue());
        if (value.isEmpty() && option != LinkOption.CPU_FEATURES) {
            throw needsValue(matched.longestName(), "=", option.label());
        }
        return List.of(value);
    }

    private static void addCommaSeparated(List<String> values, String value) {
        int start = 0;
        while (start <= value.length()) {
            int comma = value.indexOf(',', start);
            int end = comma < 0 ? value.length() : comma;
            if (end > start) {
                values.add(value.substring(start, end));
            }
            start = end + 1;
        }
    }

    /** Converts picocli's error to one with the spelling that was used; picocli always uses the longest. */
    private static UsageException inOurWords(ParameterException failure, List<String> arguments) {
        if (failure instanceof UnmatchedArgumentException unmatched) {
            return unknown(unmatched.getUnmatched().get(0), arguments);
        }
        if (failure instanceof MissingParameterException missing
                && missing.getMissing().get(0) instanceof OptionSpec option) {
            return missing(option, arguments);
        }
        for (String argument : arguments) {
            String name = name(argument);
            LinkOption<?> option = LinkOption.ofSpelling(name);
            if (option == null || name.length() == argument.length()) {
                continue;
            }
            String value = argument.substring(name.length() + 1);
            if (option.shape() == Shape.FLAG) {
                return new UsageException(name + " takes no value, not even '" + value + "'");
            }
            if (option.shape() == Shape.BOOLEAN && value.equals(failure.getValue())) {
                return new UsageException(name + " is true or false, not '" + value + "'");
            }
        }
        return new UsageException(String.valueOf(failure.getMessage()));
    }

    private static UsageException missing(OptionSpec missing, List<String> arguments) {
        List<String> names = List.of(missing.names());
        String name = arguments.stream()
                .filter(names::contains)
                .reduce((earlier, later) -> later)
                .orElse(missing.longestName());
        return needsValue(name, " ", missing.paramLabel());
    }

    /** The part before an equals sign. */
    private static String name(String argument) {
        int equals = argument.indexOf('=');
        return equals < 0 ? argument : argument.substring(0, equals);
    }

    private static UsageException needsValue(String spelling, String separator, String label) {
        return new UsageException(spelling + " needs a value: " + spelling + separator + label);
    }

    /** Whether an argument can be a cluster of single-letter options. */
    private static boolean isCluster(String argument) {
        return argument.startsWith("-") && !argument.startsWith("--");
    }

    /** @param unmatched the unknown option; for a cluster, the rest from the first unknown letter on */
    private static UsageException unknown(String unmatched, List<String> arguments) {
        String name = name(
                arguments.contains(unmatched)
                        ? unmatched
                        : arguments.stream()
                                .filter(argument -> isCluster(argument) && argument.endsWith(unmatched.substring(1)))
                                .findFirst()
                                .orElse(unmatched));
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
