package io.github.bpflinker.maven.rust;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Finds a locale in which a JVM supports all UTF-8 file names. */
final class Utf8Locale {

    private static final String COMMON = "C.UTF-8";

    /** The paths of the locale on Linux distributions. */
    private static final List<Path> INSTALLED =
            List.of(Path.of("/usr/lib/locale/C.utf8"), Path.of("/usr/lib/locale/C.UTF-8"));

    private Utf8Locale() {}

    /** {@code C.UTF-8}, or Maven's locale if that is UTF-8 and {@code C.UTF-8} is not known to be installed. */
    static String name() {
        return INSTALLED.stream().anyMatch(Files::exists) ? COMMON : ofVariables(System.getenv());
    }

    static String ofVariables(Map<String, String> variables) {
        for (String variable : List.of("LC_ALL", "LC_CTYPE", "LANG")) {
            String value = variables.getOrDefault(variable, "");
            if (!value.isEmpty()) {
                String plain = value.toLowerCase(Locale.ROOT).replace("-", "");
                return plain.endsWith("utf8") ? value : COMMON;
            }
        }
        return COMMON;
    }
}
