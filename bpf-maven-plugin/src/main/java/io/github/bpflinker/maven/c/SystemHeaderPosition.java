package io.github.bpflinker.maven.c;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The use of headers that are installed on the machine. */
public enum SystemHeaderPosition {
    /** They are searched after the bundled headers. */
    LAST,
    /** They are searched before the bundled headers. */
    FIRST,
    /** They are not searched, so that builds are the same on all machines. */
    NONE;

    /** The value of the parameter. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Parses the value of the parameter; {@code true} is {@code first}, {@code false} is {@code last}. */
    public static Optional<SystemHeaderPosition> parse(String text) {
        return switch (text) {
            case "last", "false" -> Optional.of(LAST);
            case "first", "true" -> Optional.of(FIRST);
            case "none" -> Optional.of(NONE);
            default -> Optional.empty();
        };
    }

    /** All values of the parameter. */
    public static List<String> texts() {
        return List.of(LAST.text(), FIRST.text(), NONE.text());
    }
}
