package io.github.bpflinker.cli;

import io.github.bpflinker.diagnostic.Problem;

/** Sentences about what the program says: symbols and functions. */
final class CodeMessages {

    private CodeMessages() {}

    static String sentence(Problem problem, DiagnosticFields facts) {
        return switch (problem) {
            case SYMBOL_DUPLICATE ->
                facts.symbol("a symbol") + " is defined in " + facts.input() + " and again in "
                        + facts.firstRelated("another one")
                        + "; make one of them static or weak, rename it, or leave one input out";
            case SYMBOL_UNDEFINED -> UndefinedMessages.sentence(facts);
            case NO_DEBUG_INFO ->
                "no input has debug information, so " + facts.input("the object") + " has no BTF; compile "
                        + (facts.isRust() ? "with -C debuginfo=2" : "with -g (Rust: -C debuginfo=2)")
                        + ", or link without --btf";
            case OBJECT_UNDEFINED -> undefined(facts);
            case EXPORT_UNDEFINED ->
                facts.symbol("a symbol") + " is to be exported and no input defines it; correct the name, or give the"
                        + " function external linkage (Rust: #[no_mangle])";
            case CORE_NEEDS_BTF ->
                facts.function() + " has a CO-RE relocation" + (facts.hasSymbol() ? ", " + facts.symbol("") + "," : "")
                        + " that needs BTF; link with --btf";
            case BTF_TYPE_UNKNOWN ->
                facts.input() + " has no type " + facts.symbol("of that name")
                        + (facts.hasRelated() ? "; did you mean " + facts.related("") : "")
                        + "; bpf-linker btf-dump lists those that it has";
            case TYPE_SIMPLIFIED ->
                "BTF describes " + facts.related("some types") + " without their variants, which this LLVM can't write;"
                        + " link with LLVM 21.1.5 or newer (--llvm) to keep them";
            case TAGS_LOST ->
                facts.input() + " was written by " + facts.detail("an old LLVM") + ", and "
                        + facts.related("a newer one")
                        + " does not read the BTF tags that LLVM before 19 wrote for pointers, typedefs and members, such"
                        + " as __kptr, so BTF lacks them; compile it with clang 19 or newer, such as bpf-linker clang";
            case CODE_GENERATION ->
                facts.function() + " can't be expressed in BPF" + facts.because()
                        + (facts.hasRelated() ? " (called from " + facts.related("") + ")" : "")
                        + "; " + CodeLimitMessages.remedy(facts.symbolName(""));
            case OPTIMIZED_ANYWAY ->
                facts.function()
                        + (facts.hasRelated() ? " and " + facts.relatedNames().size() + " more ask" : " asks")
                        + " not to be optimized, as clang -O0 writes it, and " + (facts.hasRelated() ? "are" : "is")
                        + " optimized all the same, since kernels refuse most other code; compile with -O2, or leave it as"
                        + " it is with --keep-optnone";
            case ADDRESS_IN_DATA ->
                (facts.hasFunction() ? facts.function() + " uses " : "") + facts.symbol("a constant")
                        + (facts.hasFunction() ? ", which" : "") + " holds addresses in " + facts.detail("global data")
                        + ", where loaders fill in none, so they would read as 0; set it in the program, choose by a"
                        + " switch (Rust: match), or hold the data itself, as an array of arrays";
            case STACK_EXCEEDED ->
                facts.function() + " needs more stack than the 512 bytes that BPF has"
                        + "; move large variables into a map, for example a per-CPU array with one entry";
            case RECURSION ->
                facts.function() + " calls itself" + (facts.hasRelated() ? " (" + facts.related("") + ")" : "")
                        + " and can't be inlined, which kernels before 4.16 need; write it as a loop";
            case PANIC_NOT_INLINED ->
                facts.function() + " can panic, and a return from it would not end the program" + facts.because()
                        + (facts.hasRelated() ? " (called from " + facts.related("") + ")" : "")
                        + "; use checked operations in it, such as get() instead of an index";
            case LOOP_NOT_UNROLLED ->
                "the loop in " + facts.function() + " can't be unrolled" + facts.because()
                        + "; give it a small constant bound, such as i < 64 beside its condition, or link for Linux 5.3 or"
                        + " newer";
            default -> throw new IllegalArgumentException(problem.name());
        };
    }

    private static String undefined(DiagnosticFields facts) {
        int count = facts.relatedNames().size();
        return (count == 1 ? "1 symbol is" : count + " symbols are")
                + " defined nowhere, so loaders refuse the object"
                + (count == 0 ? "" : ": " + facts.related(""))
                + "; --fatal-undefined makes this an error";
    }
}
