package io.github.bpflinker.diagnostic;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A diagnostic as data. Immutable; {@code with…} methods return a changed copy.
 *
 * @param severity its severity
 * @param problem the kind of problem, which determines the fields that are set
 * @param input the file, archive member ({@code lib.a(member.o)}) or buffer that it is about
 * @param symbol the symbol or option that it is about
 * @param function the function that it is about
 * @param location the location in the source, if an input has debug information
 * @param detail a text of LLVM or the operating system
 * @param related other inputs, candidates or alternatives, the best first
 * @param payload further typed data of the problem
 */
public record Diagnostic(
        Severity severity,
        Problem problem,
        @Nullable String input,
        @Nullable String symbol,
        @Nullable String function,
        @Nullable SourceLocation location,
        @Nullable String detail,
        List<String> related,
        @Nullable Payload payload) {

    public Diagnostic {
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(problem, "problem");
        related = List.copyOf(related);
    }

    public static Diagnostic error(Problem problem) {
        return of(Severity.ERROR, problem);
    }

    public static Diagnostic warning(Problem problem) {
        return of(Severity.WARNING, problem);
    }

    public static Diagnostic note(Problem problem) {
        return of(Severity.NOTE, problem);
    }

    private static Diagnostic of(Severity severity, Problem problem) {
        return new Diagnostic(severity, problem, null, null, null, null, null, List.of(), null);
    }

    public Diagnostic withSeverity(Severity changed) {
        return new Diagnostic(changed, problem, input, symbol, function, location, detail, related, payload);
    }

    public Diagnostic withInput(@Nullable String changed) {
        return new Diagnostic(severity, problem, changed, symbol, function, location, detail, related, payload);
    }

    public Diagnostic withSymbol(@Nullable String changed) {
        return new Diagnostic(severity, problem, input, changed, function, location, detail, related, payload);
    }

    public Diagnostic withFunction(@Nullable String changed) {
        return new Diagnostic(severity, problem, input, symbol, changed, location, detail, related, payload);
    }

    public Diagnostic withLocation(@Nullable SourceLocation changed) {
        return new Diagnostic(severity, problem, input, symbol, function, changed, detail, related, payload);
    }

    public Diagnostic withDetail(@Nullable String changed) {
        return new Diagnostic(severity, problem, input, symbol, function, location, changed, related, payload);
    }

    public Diagnostic withRelated(List<String> changed) {
        return new Diagnostic(severity, problem, input, symbol, function, location, detail, changed, payload);
    }

    public Diagnostic withPayload(@Nullable Payload changed) {
        return new Diagnostic(severity, problem, input, symbol, function, location, detail, related, changed);
    }

    /** The payload, if it has that type. */
    public <T extends Payload> Optional<T> payload(Class<T> type) {
        return type.isInstance(payload) ? Optional.of(type.cast(payload)) : Optional.empty();
    }
}
