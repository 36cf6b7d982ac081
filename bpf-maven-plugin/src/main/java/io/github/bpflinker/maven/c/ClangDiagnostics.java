package io.github.bpflinker.maven.c;

import io.github.bpflinker.diagnostic.Severity;
import io.github.bpflinker.maven.Finding;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parses clang's diagnostics. Other lines (include stacks, totals) are ignored. */
final class ClangDiagnostics {

    private static final Pattern AT_PLACE = Pattern.compile(
            "((?:[A-Za-z]:)?[^:]+):(\\d{1,9}):(?:(\\d{1,9}):)? (fatal error|error|warning|note|remark): (.*)");
    private static final Pattern GENERAL = Pattern.compile("(?:[^ :]*clang[^ :]*: )?(fatal error|error|warning): (.*)");

    /** The file name that clang uses for macros of the command line. */
    private static final Pattern OF_NO_FILE = Pattern.compile("<command[ -]line>");

    private ClangDiagnostics() {}

    /** Returns the diagnostics in {@code lines}, in order. */
    static List<Finding> parse(List<String> lines, Path folder) {
        List<Finding> findings = new ArrayList<>();
        for (String line : lines) {
            finding(line, folder).ifPresent(findings::add);
        }
        return findings;
    }

    private static Optional<Finding> finding(String line, Path folder) {
        Matcher atPlace = AT_PLACE.matcher(line);
        if (atPlace.matches()) {
            if (OF_NO_FILE.matcher(atPlace.group(1)).matches()) {
                String text = "in <defines> or <cflags>: " + atPlace.group(5);
                return Optional.of(Finding.general(severity(atPlace.group(4)), text));
            }
            String column = atPlace.group(3);
            return Optional.of(new Finding(
                    severity(atPlace.group(4)),
                    Optional.of(folder.resolve(atPlace.group(1)).normalize()),
                    Integer.parseInt(atPlace.group(2)),
                    column == null ? 0 : Integer.parseInt(column),
                    ClangAdvice.with(atPlace.group(5))));
        }
        Matcher general = GENERAL.matcher(line);
        return general.matches()
                ? Optional.of(Finding.general(severity(general.group(1)), general.group(2)))
                : Optional.empty();
    }

    private static Severity severity(String word) {
        return switch (word) {
            case "error", "fatal error" -> Severity.ERROR;
            case "warning" -> Severity.WARNING;
            default -> Severity.NOTE;
        };
    }
}
