package io.github.bpflinker.diagnostic;

import io.github.bpflinker.option.LinkOption;
import io.github.bpflinker.option.OptionNames.Task;
import java.util.List;

/** Messages about symbols and functions of the program. */
final class CodeSentences {

    private CodeSentences() {}

    static String symbolDuplicate(DiagnosticFields fields) {
        return fields.symbol("a symbol") + " is defined in " + fields.input() + " and again in "
                + fields.firstRelated("another one")
                + (fields.relatedCount() > 1 ? " and " + (fields.relatedCount() - 1) + " more" : "")
                + "; make one of them static or weak, rename it, or leave one input out";
    }

    static String declarationsDiffer(DiagnosticFields fields) {
        List<String> related = fields.relatedNames();
        String place = related.size() > 1 ? " (" + related.get(1) + ")" : "";
        return fields.symbol("a symbol") + " has one type in " + fields.input() + " and another one in "
                + fields.firstRelated("another input") + place + fields.because()
                + "; declare it the same in both, best in a header that both include";
    }

    static String sectionsDiffer(DiagnosticFields fields) {
        return fields.input() + " and " + fields.firstRelated("another input") + " have different sections "
                + fields.symbol("license") + ", of which an object has one; make them the same";
    }

    static String symbolUndefined(DiagnosticFields fields) {
        return UndefinedSymbolSentence.sentence(fields);
    }

    static String noDebugInfo(DiagnosticFields fields) {
        return "no input has debug information, so " + fields.input("the object") + " has no BTF; compile "
                + (fields.isRust() ? "with -C debuginfo=2" : "with -g (Rust: -C debuginfo=2)")
                + ", or link " + fields.names().without(LinkOption.BTF);
    }

    static String objectUndefined(DiagnosticFields fields) {
        return undefined(fields);
    }

    static String exportUndefined(DiagnosticFields fields) {
        return fields.symbol("a symbol") + " is exported, but no input defines it; correct the name, or give the"
                + " function external linkage (Rust: #[no_mangle])";
    }

    static String coreNeedsBtf(DiagnosticFields fields) {
        return fields.function() + " has a CO-RE relocation"
                + (fields.hasSymbol() ? ", " + fields.symbol("") + "," : "") + " that needs BTF; link with "
                + fields.names().on(LinkOption.BTF);
    }

    static String btfTypeUnknown(DiagnosticFields fields) {
        return fields.input() + " has no type " + fields.symbol("of that name")
                + (fields.hasRelated() ? "; did you mean " + fields.related("") : "")
                + "; " + fields.task(Task.LIST_TYPES) + " lists those that it has";
    }

    static String typeSimplified(DiagnosticFields fields) {
        return "BTF describes " + fields.related("some types") + " without their variants, which this LLVM can't write;"
                + " link with LLVM 21.1.5 or newer (" + fields.option(LinkOption.LLVM) + ") to keep them";
    }

    static String tagsLost(DiagnosticFields fields) {
        return fields.input() + " was written by " + fields.producer("an old LLVM") + ", and "
                + fields.related("a newer one")
                + " does not read the BTF tags that LLVM before 19 wrote for pointers, typedefs and members, such"
                + " as __kptr, so BTF lacks them; compile it with clang 19 or newer, such as "
                + fields.task(Task.COMPILE_C);
    }

    static String codeGeneration(DiagnosticFields fields) {
        return fields.function() + " can't be expressed in BPF" + fields.because()
                + (fields.hasRelated() ? " (called from " + fields.related("") + ")" : "")
                + "; "
                + fields.payload(CodeLimit.class)
                        .map(limit -> CodeLimitRemedies.remedy(limit, fields.names()))
                        .orElse("write it otherwise, or have it inlined");
    }

    static String optimizedAnyway(DiagnosticFields fields) {
        return fields.function()
                + (fields.hasRelated() ? " and " + fields.relatedNames().size() + " more ask" : " asks")
                + " not to be optimized, as with clang -O0, and " + (fields.hasRelated() ? "are" : "is")
                + " optimized anyway, since kernels reject most unoptimized code; compile with -O2, or keep it"
                + " unoptimized with " + fields.names().on(LinkOption.KEEP_OPTNONE);
    }

    static String addressInData(DiagnosticFields fields) {
        return (fields.hasFunction() ? fields.function() + " uses " : "") + fields.symbol("a constant")
                + (fields.hasFunction() ? ", which" : "") + " holds addresses in " + fields.detail("global data")
                + ", where loaders apply no relocations, so they would read as 0; " + insteadOfAddresses(fields);
    }

    /** The remedy. LLVM names the lookup tables that it generates for switches {@code switch.table} with a suffix. */
    private static String insteadOfAddresses(DiagnosticFields fields) {
        return fields.symbol("").contains("switch.table")
                ? "a compiler made it of a switch: compile with -fno-jump-tables (Rust: -C jump-tables=no), or for an"
                        + " older CPU"
                : "set it in the program, choose by a switch (Rust: match), or hold the data itself, as an array of"
                        + " arrays";
    }

    static String stackExceeded(DiagnosticFields fields) {
        return fields.function() + " needs more stack than the 512 bytes that BPF has"
                + "; move large variables into a map, for example a per-CPU array with one entry";
    }

    static String recursion(DiagnosticFields fields) {
        return fields.function() + " calls itself" + (fields.hasRelated() ? " (" + fields.related("") + ")" : "")
                + " and can't be inlined, which kernels before 4.16 need; write it as a loop";
    }

    static String panicNotInlined(DiagnosticFields fields) {
        return fields.function() + " can panic, and a return from it would not end the program" + fields.because()
                + (fields.hasRelated() ? " (called from " + fields.related("") + ")" : "")
                + "; use checked operations in it, such as get() instead of an index";
    }

    static String loopNotUnrolled(DiagnosticFields fields) {
        return "the loop in " + fields.function() + " can't be unrolled" + fields.because()
                + "; give it a small constant bound, such as i < 64 beside its condition, or link for Linux 5.3 or"
                + " newer";
    }

    private static String undefined(DiagnosticFields fields) {
        int count = fields.relatedNames().size();
        return (count == 1 ? "1 symbol is" : count + " symbols are")
                + " defined nowhere, so loaders refuse the object"
                + (count == 0 ? "" : ": " + fields.related(""))
                + "; " + fields.names().on(LinkOption.FATAL_UNDEFINED) + " makes this an error";
    }
}
