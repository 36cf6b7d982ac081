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
 * Where flags for rustc come from: environment variables and cargo's configuration files
 * (doc.rust-lang.org/cargo/reference/config.html, {@code build.rustflags}).
 */
final class FlagOrigins {

    private static final String ENCODED = "CARGO_ENCODED_RUSTFLAGS";
    private static final String PLAIN = "RUSTFLAGS";
    private static final Pattern OF_TARGET = Pattern.compile("CARGO_(BUILD|TARGET_BPFE[BL]_UNKNOWN_NONE)_RUSTFLAGS");
    private static final Pattern SECTION = Pattern.compile("^\\s*\\[([^\\[\\]]+|target\\..*)]\\s*(#.*)?$");
    private static final Pattern KEY = Pattern.compile("^\\s*(?:[\\w.-]+\\.)?rustflags\\s*=");

    private record Origin(String name, String text) {}

    private final List<Origin> origins = new ArrayList<>();

    /**
     * @param environment the environment variables
     * @param configuration cargo's configuration files, those that count most first
     */
    FlagOrigins(Map<String, String> environment, List<Path> configuration) {
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

    /** The flags of the variables that take the place of all configuration, which is no good where a host means them. */
    static List<String> ofEnvironment(Map<String, String> environment) {
        String encoded = environment.get(ENCODED);
        String separator = encoded == null ? "\\s+" : "\u001f";
        String flags = encoded == null ? environment.getOrDefault(PLAIN, "") : encoded;
        return Pattern.compile(separator)
                .splitAsStream(flags)
                .filter(flag -> !flag.isEmpty())
                .toList();
    }

    /** Takes those variables out of an environment. */
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
            origins.add(new Origin(file.toString(), "")); // cargo says what is wrong with it
        }
    }

    /** Where a flag comes from, such as {@code -C target-cpu=native}. */
    private Optional<String> of(String flag) {
        String value = flag.substring(flag.indexOf(' ') + 1);
        // A list may have been cut: what is left out of target-feature=+a,+b is target-feature=+a.
        String last = value.substring(value.indexOf('=') + 1);
        return origins.stream()
                .filter(origin -> origin.text().contains(value))
                .findFirst()
                .or(() -> origins.stream()
                        .filter(origin -> origin.text().contains(last))
                        .findFirst())
                .map(Origin::name);
    }

    /** The flags that a build has left out by that list, each once and with its origin; empty if there are none. */
    Optional<String> leftOut(Path list) throws IOException {
        if (!Files.exists(list)) {
            return Optional.empty();
        }
        return Optional.of(Files.readAllLines(list, StandardCharsets.UTF_8).stream()
                .distinct()
                .map(flag -> flag + of(flag).map(name -> " (from " + name + ")").orElse(""))
                .collect(Collectors.joining(", ")));
    }

    /** What to add to an error of rustc, whose flags may be at fault. */
    String hint() {
        List<String> names = origins.stream().map(Origin::name).distinct().toList();
        return names.isEmpty() ? "" : "; flags for rustc come from " + String.join(", ", names);
    }
}
