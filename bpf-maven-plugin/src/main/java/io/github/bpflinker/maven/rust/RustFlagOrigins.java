package io.github.bpflinker.maven.rust;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds the origins of rustc flags: environment variables and cargo's configuration files
 * (doc.rust-lang.org/cargo/reference/config.html, {@code build.rustflags}).
 */
final class RustFlagOrigins {

    private static final String ENCODED = "CARGO_ENCODED_RUSTFLAGS";
    private static final String PLAIN = "RUSTFLAGS";
    private static final Pattern OF_TARGET = Pattern.compile("CARGO_(BUILD|TARGET_BPFE[BL]_UNKNOWN_NONE)_RUSTFLAGS");
    private static final Pattern SECTION = Pattern.compile("^\\s*\\[([^\\[\\]]+|target\\..*)]\\s*(#.*)?$");
    private static final Pattern KEY = Pattern.compile("^\\s*(?:[\\w.-]+\\.)?rustflags\\s*=");

    private record Origin(String name, String text) {}

    private final List<Origin> origins = new ArrayList<>();

    /**
     * @param environment the environment variables
     * @param configuration cargo's configuration files, in descending precedence
     */
    RustFlagOrigins(Map<String, String> environment, List<Path> configuration) {
        for (String name : List.of(ENCODED, PLAIN)) {
            if (environment.containsKey(name)) {
                origins.add(new Origin(name, environment.get(name)));
            }
        }
        environment.forEach((name, value) -> {
            if (OF_TARGET.matcher(name).matches()) {
                origins.add(new Origin(name, value));
            }
        });
        configuration.stream().filter(Files::isRegularFile).forEach(this::addFile);
    }

    /**
     * The flags in the environment variables that override all configuration, which are often intended for the host.
     */
    static List<String> ofEnvironment(Map<String, String> environment) {
        String encoded = environment.get(ENCODED);
        String separator = encoded == null ? "\\s+" : "\u001f";
        String flags = encoded == null ? environment.getOrDefault(PLAIN, "") : encoded;
        return Pattern.compile(separator)
                .splitAsStream(flags)
                .filter(flag -> !flag.isEmpty())
                .toList();
    }

    /** Removes these variables from an environment. */
    static void takeOut(Map<String, String> environment) {
        environment.remove(ENCODED);
        environment.remove(PLAIN);
    }

    private void addFile(Path file) {
        try {
            String section = "";
            boolean inside = false;
            for (String line :
                    Files.readString(file, StandardCharsets.UTF_8).lines().toList()) {
                Matcher header = SECTION.matcher(line);
                if (!inside && header.matches()) {
                    section = "[" + header.group(1) + "] of ";
                }
                if (inside || KEY.matcher(line).find()) {
                    origins.add(new Origin(section + file, line));
                    String value = line.substring(inside ? 0 : line.indexOf('=') + 1);
                    inside = (inside || value.contains("[")) && !value.contains("]");
                }
            }
        } catch (IOException e) {
            origins.add(new Origin(file.toString(), "")); // cargo reports the error
        }
    }

    /** The origin of a flag, such as {@code -C target-cpu=native}. */
    private Optional<String> of(String flag) {
        String value = flag.substring(flag.indexOf(' ') + 1);
        // A list can be split: of target-feature=+a,+b only target-feature=+a may have been omitted.
        String last = value.substring(value.indexOf('=') + 1);
        return origins.stream()
                .filter(origin -> origin.text().contains(value))
                .findFirst()
                .or(() -> origins.stream()
                        .filter(origin -> origin.text().contains(last))
                        .findFirst())
                .map(Origin::name);
    }

    /** The flags that a build has omitted, from that file, each once with its origin; empty if there are none. */
    Optional<String> leftOut(Path list) throws IOException {
        if (!Files.exists(list)) {
            return Optional.empty();
        }
        return Optional.of(Files.readAllLines(list, StandardCharsets.UTF_8).stream()
                .distinct()
                .map(flag -> flag + of(flag).map(name -> " (from " + name + ")").orElse(""))
                .collect(Collectors.joining(", ")));
    }

    /** A hint about flags, to be appended to an error of rustc. */
    String hint() {
        List<String> names = origins.stream().map(Origin::name).distinct().toList();
        return names.isEmpty() ? "" : "; flags for rustc come from " + String.join(", ", names);
    }
}
