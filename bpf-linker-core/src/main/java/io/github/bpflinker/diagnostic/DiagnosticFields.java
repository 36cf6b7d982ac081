package io.github.bpflinker.diagnostic;

import io.github.bpflinker.demangle.RustSymbol;
import io.github.bpflinker.option.LinkOption;
import io.github.bpflinker.option.OptionNames;
import io.github.bpflinker.option.OptionNames.Task;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The fields of a diagnostic as phrases for a sentence, with defaults for fields that are not set. */
final class DiagnosticFields {

    private final Diagnostic diagnostic;
    private final OptionNames names;

    DiagnosticFields(Diagnostic diagnostic, OptionNames names) {
        this.diagnostic = diagnostic;
        this.names = names;
    }

    /** The option names of the front end. */
    OptionNames names() {
        return names;
    }

    /** The name of an option. */
    String option(LinkOption<?> option) {
        return names.name(option);
    }

    /** An option with a value. */
    String option(LinkOption<?> option, String value) {
        return names.with(option, value);
    }

    String task(Task task) {
        return names.task(task);
    }

    /** The payload, if it has that type. */
    <T extends Payload> Optional<T> payload(Class<T> type) {
        return diagnostic.payload(type);
    }

    boolean isError() {
        return diagnostic.severity() == Severity.ERROR;
    }

    /** The input in quotes, or {@code an input}. */
    String input() {
        return quoted(diagnostic.input(), "an input");
    }

    String input(String otherwise) {
        return quoted(diagnostic.input(), otherwise);
    }

    /** The name of the input without quotes, for commands. */
    String inputName(String otherwise) {
        String input = diagnostic.input();
        return input == null ? otherwise : input;
    }

    /** The symbol in quotes, demangled. */
    String symbol(String otherwise) {
        return quoted(diagnostic.symbol(), otherwise);
    }

    /** The symbol without quotes, if it is an identifier of the linker. */
    String symbolName(String otherwise) {
        String symbol = diagnostic.symbol();
        return symbol == null ? otherwise : symbol;
    }

    /** The producer of the input. */
    String producer(String otherwise) {
        return payload(WrittenBy.class).map(WrittenBy::producer).orElse(otherwise);
    }

    boolean hasSymbol() {
        return diagnostic.symbol() != null;
    }

    /** Whether the diagnostic is about Rust code. */
    boolean isRust() {
        SourceLocation location = diagnostic.location();
        return location == null
                ? isMangled(diagnostic.function()) || isMangled(diagnostic.symbol())
                : location.file().endsWith(".rs");
    }

    /** Whether the name of the function is a mangled Rust name. */
    boolean hasMangledFunction() {
        return isMangled(diagnostic.function());
    }

    private static boolean isMangled(@Nullable String name) {
        return name != null && !RustSymbol.demangle(name).equals(name);
    }

    /** {@code function 'f'}, or {@code a function}. */
    String function() {
        return diagnostic.function() == null ? "a function" : "function " + quoted(diagnostic.function(), "");
    }

    boolean hasFunction() {
        return diagnostic.function() != null;
    }

    /** The detail in one line without a full stop. */
    String detail(String otherwise) {
        String detail = diagnostic.detail();
        return detail == null || detail.isBlank() ? otherwise : oneLine(detail);
    }

    /** {@link #detail(String)} after a colon, or nothing. */
    String because() {
        String detail = detail("");
        return detail.isEmpty() ? "" : ": " + detail;
    }

    /** {@link #detail(String)} after a colon. */
    String because(String otherwise) {
        return ": " + detail(otherwise);
    }

    boolean hasRelated() {
        return !diagnostic.related().isEmpty();
    }

    /** The related names. */
    List<String> relatedNames() {
        return diagnostic.related();
    }

    /** The related names, separated by commas. */
    String related(String otherwise) {
        List<String> related = diagnostic.related();
        return related.isEmpty()
                ? otherwise
                : related.stream().map(DiagnosticFields::readable).collect(Collectors.joining(", "));
    }

    /** The number of related names. */
    int relatedCount() {
        return diagnostic.related().size();
    }

    /** The first related name in quotes. */
    String firstRelated(String otherwise) {
        return quoted(hasRelated() ? diagnostic.related().get(0) : null, otherwise);
    }

    /** A location can follow the name after a blank. */
    private static String readable(String name) {
        int end = name.indexOf(' ');
        return end < 0 ? RustSymbol.demangle(name) : RustSymbol.demangle(name.substring(0, end)) + name.substring(end);
    }

    private static String quoted(@Nullable String name, String otherwise) {
        return name == null || name.isEmpty() ? otherwise : "'" + RustSymbol.demangle(name) + "'";
    }

    private static String oneLine(String text) {
        StringBuilder line = new StringBuilder();
        for (String part : text.lines().map(String::strip).toList()) {
            if (!part.isEmpty()) {
                line.append(line.isEmpty() ? "" : "; ").append(part);
            }
        }
        int end = line.length();
        while (end > 0 && line.charAt(end - 1) == '.') {
            end--;
        }
        return line.substring(0, end);
    }
}
