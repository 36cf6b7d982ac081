package io.github.bpflinker.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Arguments, sorted by option.
 *
 * @param values what each option was given, in order; an empty text for a flag
 * @param inputs everything that is no option, in order
 */
record ParsedArguments(Map<LinkOption, List<String>> values, List<String> inputs) {

    ParsedArguments {
        values = Map.copyOf(values);
        inputs = List.copyOf(inputs);
    }

    boolean has(LinkOption option) {
        return values.containsKey(option);
    }

    /** The value that counts: the last one. */
    Optional<String> last(LinkOption option) {
        List<String> given = all(option);
        return given.isEmpty() ? Optional.empty() : Optional.of(given.get(given.size() - 1));
    }

    List<String> all(LinkOption option) {
        return values.getOrDefault(option, List.of());
    }
}
