package io.github.bpflinker.maven.process;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A command as a user can paste it into a shell. */
public final class CommandText {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+=:,./~-]+");

    private CommandText() {}

    /** The words, each quoted for a POSIX shell where it has to be. */
    public static String of(List<String> words) {
        List<String> quoted = new ArrayList<>();
        for (String word : words) {
            quoted.add(quote(word));
        }
        return String.join(" ", quoted);
    }

    /** One word. */
    public static String quote(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
