package io.github.bpflinker.kernel.verifier;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The verifier's statistics of a program.
 *
 * @param processed the number of instructions processed on all paths; the limit is one million since Linux 5.2
 * @param states the number of verifier states on all paths
 * @param microseconds the verification time
 * @param stackDepths stack sizes in bytes: of the program, then of each function that it calls; empty if the kernel did
 *     not print them
 */
public record VerifierStatistics(
        OptionalLong processed, OptionalLong states, OptionalLong microseconds, List<Long> stackDepths) {

    private static final Pattern PROCESSED = Pattern.compile("processed (\\d{1,18}) insns?\\b.*");

    private static final Pattern STATES = Pattern.compile("processed .*\\btotal_states (\\d{1,18})\\b.*");
    private static final Pattern TIME = Pattern.compile("verification time (\\d{1,18}) usec");

    /** Before Linux 7.3: all stack depths in one line. */
    private static final Pattern STACK = Pattern.compile("stack depth (\\d{1,18}(?:\\+\\d{1,18})*)(?: max \\d+)?");

    /** Since Linux 7.3: one line for each function, after a line with the maximum; the program is number 0. */
    private static final Pattern FUNCTION = Pattern.compile("subprog (\\d{1,9}) \\(.*\\) .*\\bstack (\\d{1,18})\\b.*");

    private static final List<String> STARTS =
            List.of("processed ", "stack depth ", "verification time ", "max_states_per_insn ");

    public VerifierStatistics {
        stackDepths = List.copyOf(stackDepths);
    }

    /** Parses the statistics in the verifier's log of one program. */
    public static VerifierStatistics parse(List<String> log) {
        List<Long> depths = new ArrayList<>();
        log.forEach(line -> readDepths(line, depths));
        return new VerifierStatistics(last(PROCESSED, log), last(STATES, log), last(TIME, log), depths);
    }

    private static OptionalLong last(Pattern pattern, List<String> log) {
        OptionalLong found = OptionalLong.empty();
        for (String line : log) {
            Matcher matcher = pattern.matcher(line);
            if (matcher.matches()) {
                found = OptionalLong.of(Long.parseLong(matcher.group(1)));
            }
        }
        return found;
    }

    private static void readDepths(String line, List<Long> depths) {
        Matcher stack = STACK.matcher(line);
        Matcher function = FUNCTION.matcher(line);
        if (stack.matches()) {
            depths.clear();
            for (String depth : stack.group(1).split("\\+", -1)) {
                depths.add(Long.parseLong(depth));
            }
        } else if (function.matches()) {
            if (function.group(1).equals("0")) {
                depths.clear();
            }
            depths.add(Long.parseLong(function.group(2)));
        }
    }

    /** Whether a line of a log consists of statistics. */
    static boolean isStatistics(String line) {
        return STARTS.stream().anyMatch(line::startsWith)
                || FUNCTION.matcher(line).matches();
    }
}
