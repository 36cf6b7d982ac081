package io.github.bpflinker.maven.link;

import io.github.bpflinker.diagnostic.Severity;
import io.github.bpflinker.maven.Finding;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the linker printed.
 *
 * @param findings its diagnostics, in their order
 * @param warnings the lines of those that are warnings
 * @param notes everything else
 * @param library the libLLVM that it used, unless that is the embedded one
 */
record LinkerOutput(List<Finding> findings, List<String> warnings, List<String> notes, Optional<Path> library) {

    private static final Pattern GENERAL = Pattern.compile("(Error|Warning|Note): (.*)");
    private static final Pattern AT_PLACE =
            Pattern.compile("((?:[A-Za-z]:)?[^:]+):(\\d{1,9})(?::(\\d{1,9}))?: (error|warning|note): (.*)");
    private static final Pattern LLVM = Pattern.compile("info: LLVM [^,]*, (\\w+): (.*)");

    LinkerOutput {
        findings = List.copyOf(findings);
        warnings = List.copyOf(warnings);
        notes = List.copyOf(notes);
    }

    /** @param folder what the names of source files are relative to */
    static LinkerOutput parse(String output, Path folder) {
        List<Finding> findings = new ArrayList<>();
        List<String> warnings = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        Optional<Path> library = Optional.empty();
        for (String line : output.lines().toList()) {
            Optional<Finding> finding = finding(line, folder);
            if (finding.isPresent()) {
                findings.add(finding.get());
                if (finding.get().severity() == Severity.WARNING) {
                    warnings.add(line);
                }
            } else {
                notes.add(line);
                library = library.or(() -> library(line));
            }
        }
        return new LinkerOutput(findings, warnings, notes, library);
    }

    /** The first error; empty if there is none. */
    Optional<Finding> firstError() {
        return findings.stream().filter(Finding::isError).findFirst();
    }

    private static Optional<Path> library(String line) {
        Matcher matcher = LLVM.matcher(line);
        return matcher.matches() && !matcher.group(1).equals("embedded")
                ? Optional.of(Path.of(matcher.group(2)))
                : Optional.empty();
    }

    private static Optional<Finding> finding(String line, Path folder) {
        Matcher general = GENERAL.matcher(line);
        if (general.matches()) {
            return Optional.of(Finding.general(severity(general.group(1)), general.group(2)));
        }
        Matcher atPlace = AT_PLACE.matcher(line);
        if (!atPlace.matches()) {
            return Optional.empty();
        }
        Severity severity = severity(atPlace.group(4));
        Path file = folder.resolve(atPlace.group(1)).normalize();
        String column = atPlace.group(3);
        return Optional.of(
                Files.exists(file)
                        ? new Finding(
                                severity,
                                Optional.of(file),
                                Integer.parseInt(atPlace.group(2)),
                                column == null ? 0 : Integer.parseInt(column),
                                atPlace.group(5))
                        : Finding.general(severity, line.substring(0, atPlace.start(4)) + atPlace.group(5)));
    }

    private static Severity severity(String word) {
        return switch (word) {
            case "Error", "error" -> Severity.ERROR;
            case "Warning", "warning" -> Severity.WARNING;
            default -> Severity.NOTE;
        };
    }
}
