package io.github.bpflinker.maven.c;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What becomes of the headers that are installed on the machine. */
public enum SystemHeaders {
    /** They are taken where this plugin has none of its own. */
    LAST,
    /** They are taken before those of this plugin. */
    FIRST,
    /** They are not looked at: a build is the same wherever it runs. */
    NONE;

    /** As the parameter calls it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** By its name; {@code true} says {@code first}, and {@code false} {@code last}. */
    public static Optional<SystemHeaders> parse(String text) {
        return switch (text) {
            case "last", "false" -> Optional.of(LAST);
            case "first", "true" -> Optional.of(FIRST);
            case "none" -> Optional.of(NONE);
            default -> Optional.empty();
        };
    }

    /** Every name. */
    public static List<String> texts() {
        return List.of(LAST.text(), FIRST.text(), NONE.text());
    }
}
