package io.github.bpflinker.load.plan;

import io.github.bpflinker.diagnostic.SourceLocation;
import io.github.bpflinker.text.Printable;
import java.util.Optional;

/** The sentences for {@link PlanProblem}. */
final class PlanText {

    private PlanText() {}

    static String unknownSection(PlanProblem.UnknownSection problem) {
        String meant = problem.nearest().isEmpty()
                ? "see the section names of libbpf, or say the program's type"
                : "did you mean " + quoted(problem.nearest().get(0)) + "?";
        return at(problem.location()) + "program " + name(problem.program()) + " is in section "
                + quoted(problem.section()) + ", which says no program type; " + meant;
    }

    static String badFunction(PlanProblem.BadFunction problem) {
        return at(problem.location()) + "function " + name(problem.function()) + " in section "
                + quoted(problem.section()) + " " + problem.reason();
    }

    static String badMap(PlanProblem.BadMap problem) {
        String field = problem.field().isEmpty() ? "" : ", field " + quoted(problem.field());
        return "map " + name(problem.map()) + " in section " + quoted(problem.section()) + field + ": "
                + problem.reason();
    }

    static String undefinedFunction(PlanProblem.UndefinedFunction problem) {
        return at(problem.location()) + "function " + name(problem.caller()) + " in section "
                + quoted(problem.section()) + " uses function " + name(problem.symbol())
                + ", which is not in the object; link the file that defines it, or declare it as one of the kernel"
                + " with __ksym";
    }

    static String badExtern(PlanProblem.BadExtern problem) {
        return "extern " + name(problem.symbol()) + " " + problem.reason();
    }

    static String badReference(PlanProblem.BadReference problem) {
        String symbol = problem.symbol().isEmpty() ? "something without a name" : name(problem.symbol());
        return at(problem.location()) + "section " + quoted(problem.section()) + ", offset " + problem.offset()
                + ", refers to " + symbol + ", " + problem.reason();
    }

    static String missingBtf(PlanProblem.MissingBtf problem) {
        return problem.reason() + ", but the object has no BTF; compile with -g and link with --btf";
    }

    private static String at(Optional<SourceLocation> location) {
        return location.map(place -> Printable.line(place.toString()) + ": ").orElse("");
    }

    private static String name(String name) {
        return name.isEmpty() ? "without a name" : Printable.line(name);
    }

    private static String quoted(String name) {
        return '"' + Printable.line(name) + '"';
    }
}
