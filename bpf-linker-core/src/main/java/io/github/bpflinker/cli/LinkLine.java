package io.github.bpflinker.cli;

import io.github.bpflinker.link.LinkRequest;
import io.github.bpflinker.option.InvalidOptionException;
import io.github.bpflinker.option.LinkOption;
import io.github.bpflinker.option.LinkOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

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
     * @throws UsageException as {@link LinkLineParser#parse}
     */
    static LinkLine parse(List<String> arguments) {
        return new LinkLineParser(arguments).parse();
    }
}
