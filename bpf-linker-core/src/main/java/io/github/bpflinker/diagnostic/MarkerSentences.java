package io.github.bpflinker.diagnostic;

import io.github.bpflinker.option.LinkOption;

/** Messages about markers, whose names say what the linker defines them as. */
final class MarkerSentences {

    private MarkerSentences() {}

    static String invalid(DiagnosticFields fields) {
        return fields.symbol("a marker") + " can't be defined: " + fields.detail("its name is not well-formed")
                + (fields.hasRelated() ? "; did you mean " + fields.related("") : "")
                + remedy(fields);
    }

    private static String remedy(DiagnosticFields fields) {
        String reason = fields.detail("");
        if (reason.contains("has no field")) {
            return fields.hasRelated()
                    ? ""
                    : "; if other kernels have it, say its type and give the struct a flavour, as in"
                            + " NAME___old.field:u64";
        }
        if (reason.contains("has no struct") || reason.contains("has no enum") || reason.contains("has no type")) {
            return fields.hasRelated()
                    ? ""
                    : "; if other kernels have it, give it a flavour, as in NAME___old, or take their types with "
                            + fields.option(LinkOption.KERNEL_TYPES);
        }
        return "";
    }

    static String withoutDebugInfo(DiagnosticFields fields) {
        String crate = fields.detail("");
        return fields.function() + (crate.isEmpty() ? " of " + fields.input() : " of the crate '" + crate + "'")
                + " has no debug information, so " + fields.symbol("a marker")
                + " would not be relocated; compile "
                + (crate.isEmpty() ? "it" : "the crate")
                + " with -C debuginfo=2 (Cargo: debug = 2 in the profile)";
    }

    static String typesOfHost(DiagnosticFields fields) {
        return "markers are looked up in the types of the running kernel, " + fields.inputName("")
                + "; choose others with " + fields.option(LinkOption.KERNEL_TYPES, "FILE");
    }

    static String typesMissing(DiagnosticFields fields) {
        return "markers need kernel types, and the running kernel has none at " + fields.inputName("")
                + "; give a file with BTF of a kernel with " + fields.option(LinkOption.KERNEL_TYPES, "FILE");
    }
}
