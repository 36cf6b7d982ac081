package io.github.bpflinker.events;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of the trace pipe.
 *
 * @param task the name of the process; {@code <...>} if it has ended
 * @param pid the id of its thread
 * @param cpu on which the program ran
 * @param seconds since the machine started
 * @param text what the program printed
 */
public record TraceLine(String task, int pid, int cpu, double seconds, String text) {

    private static final Pattern LINE = Pattern.compile(
            "\\s*(.*)-(\\d+)\\s+(?:\\([^)]*\\)\\s+)?\\[(\\d+)\\]\\s+\\S+\\s+([\\d.]+): bpf_trace_printk: (.*)");

    /** Separates the parts of a line; empty if it is not the output of a program. */
    public static Optional<TraceLine> parse(String line) {
        Matcher parts = LINE.matcher(line);
        return parts.matches()
                ? Optional.of(new TraceLine(
                        parts.group(1),
                        Integer.parseInt(parts.group(2)),
                        Integer.parseInt(parts.group(3)),
                        Double.parseDouble(parts.group(4)),
                        parts.group(5)))
                : Optional.empty();
    }
}
