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
 * @param stackDepths stack sizes in bytes: of the program, then of each function that it calls; empty if the kernel did
 *     not print them
 */
public record VerifierStatistics(OptionalLong processed, List<Long> stackDepths) {

    private static final Pattern PROCESSED = Pattern.compile("processed (\\d{1,18}) insns?\\b.*");

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
        OptionalLong processed = OptionalLong.empty();
        List<Long> depths = new ArrayList<>();
        for (String line : log) {
            Matcher matcher = PROCESSED.matcher(line);
            if (matcher.matches()) {
                processed = OptionalLong.of(Long.parseLong(matcher.group(1)));
            }
            readDepths(line, depths);
        }
        return new VerifierStatistics(processed, depths);
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
