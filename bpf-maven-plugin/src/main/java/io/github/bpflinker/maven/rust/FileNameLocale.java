package io.github.bpflinker.maven.rust;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The locale in which a JVM can name every file whose name is UTF-8. */
final class FileNameLocale {

    private static final String COMMON = "C.UTF-8";

    /** Where Linux distributions have it. */
    private static final List<Path> INSTALLED =
            List.of(Path.of("/usr/lib/locale/C.utf8"), Path.of("/usr/lib/locale/C.UTF-8"));

    private FileNameLocale() {}

    /** {@code C.UTF-8}; where it is not known to be there, that of Maven if it is one of UTF-8. */
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
