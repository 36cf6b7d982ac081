package io.github.bpflinker.maven.process;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Formats commands so that a user can paste them into a shell. */
public final class CommandText {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+=:,./~-]+");

    private CommandText() {}

    /** The words, each quoted for a POSIX shell if necessary. */
    public static String of(List<String> words) {
        List<String> quoted = new ArrayList<>();
        for (String word : words) {
            quoted.add(quote(word));
        }
        return String.join(" ", quoted);
    }

    /** Quotes one word. */
    public static String quote(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
