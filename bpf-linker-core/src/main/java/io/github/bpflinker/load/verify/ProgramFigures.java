package io.github.bpflinker.load.verify;

import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** The statistics of a program as cells of a table; empty if the kernel does not provide a value. */
public final class ProgramFigures {

    /** The headings of the columns of {@link #row}. */
    public static final List<String> HEADINGS =
            List.of("PROGRAM", "TYPE", "INSTRUCTIONS", "VERIFIED", "STATES", "STACK", "MICROSECONDS", "JITED BYTES");

    private ProgramFigures() {}

    /** The cells of a program. */
    public static List<String> row(ProgramVerdict program) {
        return List.of(
                program.program(),
                program.type().orElse(program.section()),
                Long.toString(program.instructions()),
                text(program.statistics().processed()),
                text(program.statistics().states()),
                program.statistics().stackDepths().stream().map(String::valueOf).collect(Collectors.joining("+")),
                text(program.statistics().microseconds()),
                text(program.jitedBytes()));
    }

    private static String text(OptionalLong number) {
        return number.isPresent() ? Long.toString(number.getAsLong()) : "";
    }

    private static String text(OptionalInt number) {
        return number.isPresent() ? Integer.toString(number.getAsInt()) : "";
    }
}
