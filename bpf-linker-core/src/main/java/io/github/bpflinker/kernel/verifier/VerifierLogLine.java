package io.github.bpflinker.kernel.verifier;

import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Classifies the lines of the verifier's log, in the formats of Linux 5.2 to 7.3. */
final class VerifierLogLine {

    /** {@code ; return x; @ file.c:10}; before Linux 6.8 without file and line. */
    static final Pattern SOURCE = Pattern.compile("; (.*?)(?: @ (.+):(\\d{1,9}))?");

    /** {@code 4: (71) r0 = *(u8 *)(r1 +14)}, or libbpf's text for an instruction that it poisoned. */
    private static final Pattern INSTRUCTION = Pattern.compile("(\\d{1,9}): (?:\\(\\p{XDigit}{2}\\) |<).*");

    /** Verifier states and their explanations. */
    private static final List<Pattern> STATES = List.of(
            Pattern.compile("\\s.*"),
            Pattern.compile("\\d{1,9}: .*"),
            Pattern.compile("(?:cur|old) state:.*"),
            Pattern.compile("from \\d+ to \\d+.*"),
            Pattern.compile("frame\\d+: .*"),
            Pattern.compile("(?:caller|callee|returning from callee):.*"),
            Pattern.compile("to caller at \\d+:.*"),
            Pattern.compile("(?:last_idx|regs=|parent |mark_precise: |propagating |func#\\d+ @).*"),
            Pattern.compile("Live regs before insn:.*"),
            Pattern.compile("Validating .+\\.\\.\\."),
            Pattern.compile("Func#\\d+ .*is (?:global and assumed valid|safe for any args).*"),
            Pattern.compile("\\[\\d+ lines left out]"));

    private VerifierLogLine() {}

    static boolean isSource(String line) {
        return SOURCE.matcher(line).matches();
    }

    /** The number of the instruction in a line; empty for other lines. */
    static OptionalLong instruction(String line) {
        Matcher matcher = INSTRUCTION.matcher(line);
        return matcher.matches() ? OptionalLong.of(Long.parseLong(matcher.group(1))) : OptionalLong.empty();
    }

    /** Whether a line is an error message: not an instruction, a verifier state or statistics. */
    static boolean isComplaint(String line) {
        return !line.isBlank()
                && !VerifierStatistics.isStatistics(line)
                && !isSource(line)
                && STATES.stream().noneMatch(state -> state.matcher(line).matches());
    }
}
