package io.github.bpflinker.cli;

import io.github.bpflinker.diagnostic.Problem;
import java.util.List;
import java.util.stream.Collectors;

/** Sentences about what loaders don't take for a program, or refuse as one. */
final class ProgramMessages {

    private ProgramMessages() {}

    static String sentence(Problem problem, DiagnosticFields facts) {
        return switch (problem) {
            case PROGRAM_WITHOUT_SECTION ->
                output(facts) + " has no program: " + facts.function() + " is in no section, so no loader knows what it"
                        + " is; put " + (facts.hasMangledFunction() ? "#[no_mangle] and " : "") + sections(facts, "xdp")
                        + " before it, or the section of what it is to be attached to";
            case PROGRAM_SECTION_UNKNOWN ->
                "no loader knows section " + facts.symbol("of that name") + " of " + facts.function() + "; "
                        + (facts.hasRelated()
                                ? "did you mean " + sections(facts, "")
                                : "write what the program is to be attached to, such as " + sections(facts, "xdp")
                                        + " or " + section("tracepoint/CATEGORY/NAME", facts));
            case PROGRAM_STATIC ->
                facts.function() + " in section " + facts.symbol("of a program")
                        + " is static, which loaders refuse; remove static from it";
            case PROGRAM_NOT_EXPORTED ->
                facts.function() + " in section " + facts.symbol("of a program") + " is not exported, so "
                        + output(facts) + " has no program; "
                        + (facts.isRust()
                                ? "put #[no_mangle] before it"
                                : "name it by --export, or leave --export out");
            case PROGRAM_MISSING ->
                output(facts) + " has no program: no input defines a function that a loader could start; put one into a"
                        + " section, in C by SEC(\"xdp\") and without static, in Rust by #[no_mangle] and"
                        + " #[link_section = \"xdp\"]";
            case DATA_SECTION_UNKNOWN ->
                "no loader looks into section " + quoted(facts.detail("")) + " of variable "
                        + facts.symbol("of that section")
                        + (facts.hasFunction() ? ", which " + facts.function() + " uses" : "") + "; "
                        + (facts.hasRelated()
                                ? "did you mean " + sections(facts, "")
                                : "put a map into " + section(".maps", facts)
                                        + ", and leave plain data without a section");
            default -> throw new IllegalArgumentException(problem.name());
        };
    }

    private static String quoted(String section) {
        return section.isEmpty() ? "of that name" : "'" + section + "'";
    }

    private static String output(DiagnosticFields facts) {
        return facts.input("the object");
    }

    /** The related sections as the language of the source writes them. */
    private static String sections(DiagnosticFields facts, String otherwise) {
        List<String> names = facts.hasRelated() ? facts.relatedNames() : List.of(otherwise);
        return names.stream().map(name -> section(name, facts)).collect(Collectors.joining(" or "));
    }

    private static String section(String name, DiagnosticFields facts) {
        return facts.isRust() ? "#[link_section = \"" + name + "\"]" : "SEC(\"" + name + "\")";
    }
}
