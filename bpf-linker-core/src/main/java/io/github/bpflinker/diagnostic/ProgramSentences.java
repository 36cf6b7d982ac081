package io.github.bpflinker.diagnostic;

import io.github.bpflinker.option.LinkOption;
import java.util.List;
import java.util.stream.Collectors;

/** Messages about programs that loaders do not recognize or reject. */
final class ProgramSentences {

    private ProgramSentences() {}

    static String programWithoutSection(DiagnosticFields fields) {
        return output(fields) + " has no program: " + fields.function()
                + " is in no section, so no loader knows what it"
                + " is; put " + (fields.hasMangledFunction() ? "#[no_mangle] and " : "") + sections(fields, "xdp")
                + " before it, or the section of what it is to be attached to";
    }

    static String programSectionUnknown(DiagnosticFields fields) {
        return "no loader knows section " + fields.symbol("of that name") + " of " + fields.function() + "; "
                + (fields.hasRelated()
                        ? "did you mean " + sections(fields, "")
                        : "write what the program is to be attached to, such as " + sections(fields, "xdp") + " or "
                                + section("tracepoint/CATEGORY/NAME", fields));
    }

    static String programStatic(DiagnosticFields fields) {
        return fields.function() + " in section " + fields.symbol("of a program")
                + " is static, which loaders refuse; remove static from it";
    }

    static String programNotExported(DiagnosticFields fields) {
        return fields.function() + " in section " + fields.symbol("of a program") + " is not exported, so "
                + output(fields) + " has no program; "
                + (fields.isRust()
                        ? "put #[no_mangle] before it"
                        : "name it by " + fields.option(LinkOption.EXPORT) + ", or leave "
                                + fields.option(LinkOption.EXPORT) + " out");
    }

    static String programMissing(DiagnosticFields fields) {
        return output(fields) + " has no program: no input defines a function that a loader could start; put one into a"
                + " section, in C by SEC(\"xdp\") and without static, in Rust by #[no_mangle] and"
                + " #[link_section = \"xdp\"]";
    }

    static String dataSectionUnknown(DiagnosticFields fields) {
        return "no loader looks into section " + quoted(fields.detail("")) + " of variable "
                + fields.symbol("of that section")
                + (fields.hasFunction() ? ", which " + fields.function() + " uses" : "") + "; "
                + (fields.hasRelated()
                        ? "did you mean " + sections(fields, "")
                        : "put a map into " + section(".maps", fields) + ", and leave plain data without a section");
    }

    private static String quoted(String section) {
        return section.isEmpty() ? "of that name" : "'" + section + "'";
    }

    private static String output(DiagnosticFields fields) {
        return fields.input("the object");
    }

    /** The related sections in the syntax of the source language. */
    private static String sections(DiagnosticFields fields, String otherwise) {
        List<String> names = fields.hasRelated() ? fields.relatedNames() : List.of(otherwise);
        return names.stream().map(name -> section(name, fields)).collect(Collectors.joining(" or "));
    }

    private static String section(String name, DiagnosticFields fields) {
        return fields.isRust() ? "#[link_section = \"" + name + "\"]" : "SEC(\"" + name + "\")";
    }
}
