package io.github.bpflinker.report;

import io.github.bpflinker.diagnostic.SourceLocation;
import io.github.bpflinker.load.bind.CorePreview;
import io.github.bpflinker.load.bind.CorePreview.Relocation;
import io.github.bpflinker.load.bind.CorePreview.Result;
import io.github.bpflinker.load.bind.CorePreview.Verdict;
import io.github.bpflinker.text.Printable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The results of CO-RE relocations on several kernels as a table. */
public final class CorePreviewText {

    private static final String INDENT = "  ";

    private CorePreviewText() {}

    /**
     * A row for each relocation, a column for each kernel, and below it the reasons for each value that is not there.
     *
     * @param kernels the names of the kernels, in the order of the results
     */
    public static List<String> lines(String object, List<String> kernels, CorePreview preview) {
        int count = preview.relocations().size();
        List<String> lines = new ArrayList<>();
        lines.add(Printable.line(
                object + ": " + (count == 0 ? "no" : count + "") + " CO-RE relocation" + (count == 1 ? "" : "s")));
        TextTable table = new TextTable(Stream.concat(Stream.of("LINE", "FUNCTION", "RELOCATION"), kernels.stream())
                .toArray(String[]::new));
        preview.relocations()
                .forEach(relocation -> table.row(Stream.concat(
                                Stream.of(line(relocation), relocation.function(), relocation.target()),
                                relocation.results().stream().map(CorePreviewText::cell))
                        .toArray(String[]::new)));
        lines.addAll(table.lines(INDENT));
        reasons(kernels, preview)
                .forEach((reason, where) -> lines.add(INDENT
                        + Printable.line(reason
                                + (where.size() == kernels.size() ? "" : " (" + String.join(", ", where) + ")"))));
        return lines;
    }

    private static String line(Relocation relocation) {
        return relocation.location().map(CorePreviewText::line).orElse("");
    }

    /** Without the folder, to keep the table narrow. */
    private static String line(SourceLocation location) {
        String file = location.file().substring(location.file().lastIndexOf('/') + 1);
        return new SourceLocation(file, location.line(), location.column()).toString();
    }

    private static String cell(Result result) {
        return switch (result.verdict()) {
            case VALUE, ABSENT -> Long.toUnsignedString(result.value().orElseThrow());
            case MISSING -> "missing";
            case ERROR -> "error";
        };
    }

    /** The reasons for what has no value, with the kernels that have them. */
    private static Map<String, Set<String>> reasons(List<String> kernels, CorePreview preview) {
        Map<String, Set<String>> reasons = new LinkedHashMap<>();
        for (Relocation relocation : preview.relocations()) {
            String place = relocation.location().isPresent() ? line(relocation) : relocation.function();
            for (int i = 0; i < kernels.size(); i++) {
                Result result = relocation.results().get(i);
                if (result.verdict() != Verdict.VALUE) {
                    reasons.computeIfAbsent(place + ": " + sentence(result), reason -> new LinkedHashSet<>())
                            .add(kernels.get(i));
                }
            }
        }
        return reasons;
    }

    private static String sentence(Result result) {
        return switch (result.verdict()) {
            case MISSING -> result.reason() + "; the program loads only if a check skips this line there";
            case ERROR -> result.reason() + "; the object can't be loaded";
            default -> result.reason();
        };
    }
}
