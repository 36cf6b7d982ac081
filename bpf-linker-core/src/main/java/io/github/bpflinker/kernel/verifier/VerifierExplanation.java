package io.github.bpflinker.kernel.verifier;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The explanation that Linux 7.3 appends to the verifier's error message: a headline, then sections of indented lines,
 * each below its title ({@code Reason:}, {@code At:}, {@code Causal path:}, {@code Suggestion:}).
 *
 * @param headline the text after {@code Verification failed: }
 * @param sections the text of each section by its title, without indentation
 */
record VerifierExplanation(String headline, Map<String, List<String>> sections) {

    private static final String HEADLINE = "Verification failed: ";
    private static final Pattern TITLE = Pattern.compile("([A-Z][A-Za-z ]*):");
    private static final Pattern AT = Pattern.compile(".* @ (.+):(\\d{1,9}):(\\d{1,9})");

    /**
     * A log, split into the messages of all kernels and the explanation.
     *
     * @param plain the lines that older kernels print, too
     * @param report the explanation, if the kernel gave one
     */
    record Split(List<String> plain, Optional<VerifierExplanation> report) {}

    /**
     * The source position of the error.
     *
     * @param file the file name without directories, as the kernel prints it
     * @param column 0 if it is not known
     */
    record At(String file, int line, int column) {}

    static Split split(List<String> log) {
        List<String> plain = new ArrayList<>();
        Map<String, List<String>> sections = new LinkedHashMap<>();
        @Nullable String headline = null;
        @Nullable List<String> section = null;
        boolean inside = false;
        for (String line : log) {
            Matcher title = TITLE.matcher(line);
            if (line.startsWith(HEADLINE)) {
                headline = line.substring(HEADLINE.length());
                inside = true;
            } else if (inside && title.matches()) {
                section = sections.computeIfAbsent(title.group(1), t -> new ArrayList<>());
            } else if (inside && (line.isBlank() || Character.isWhitespace(line.charAt(0)))) {
                if (section != null && !line.isBlank()) {
                    section.add(line.strip());
                }
            } else {
                inside = false;
                plain.add(line);
            }
        }
        return new Split(
                plain, headline == null ? Optional.empty() : Optional.of(new VerifierExplanation(headline, sections)));
    }

    Optional<At> at() {
        return sections.getOrDefault("At", List.of()).stream()
                .map(AT::matcher)
                .filter(Matcher::matches)
                .findFirst()
                .map(place ->
                        new At(place.group(1), Integer.parseInt(place.group(2)), Integer.parseInt(place.group(3))));
    }

    /** The sections {@code Reason} and {@code Suggestion}, each in one line. */
    List<String> explanation() {
        List<String> lines = new ArrayList<>();
        for (String title : List.of("Reason", "Suggestion")) {
            List<String> text = sections.getOrDefault(title, List.of());
            if (!text.isEmpty()) {
                lines.add(title + ": " + String.join(" ", text));
            }
        }
        return lines;
    }
}
