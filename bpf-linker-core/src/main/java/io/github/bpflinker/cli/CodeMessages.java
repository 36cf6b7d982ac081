package io.github.bpflinker.cli;

import io.github.bpflinker.Problem;

/** Sentences about what the program says: symbols and functions. */
final class CodeMessages {

    private CodeMessages() {}

    static String sentence(Problem problem, Facts facts) {
        return switch (problem) {
            case SYMBOL_DUPLICATE ->
                facts.symbol("a symbol") + " is defined in " + facts.input() + " and again in "
                        + facts.firstRelated("another one")
                        + "; make one of them static or weak, rename it, or leave one input out";
            case SYMBOL_UNDEFINED ->
                facts.symbol("a symbol") + " is defined nowhere"
                        + (facts.hasFunction() ? "; " + facts.function() + " uses it" : "")
                        + "; add the input that defines it, or declare it __ksym or __kconfig if the kernel does";
            case EXPORT_UNDEFINED ->
                facts.symbol("a symbol") + " is to be exported and no input defines it; correct the name, or give the"
                        + " function external linkage (Rust: #[no_mangle])";
            case CORE_NEEDS_BTF ->
                facts.function() + " has a CO-RE relocation" + (facts.hasSymbol() ? ", " + facts.symbol("") + "," : "")
                        + " that needs BTF; link with --btf";
            case TYPE_SIMPLIFIED ->
                "BTF describes " + facts.related("some types") + " without their variants, which this LLVM can't write;"
                        + " link with LLVM 21.1.5 or newer (--llvm) to keep them";
            case CODE_GENERATION ->
                facts.function() + " can't be expressed in BPF" + facts.because()
                        + (facts.hasRelated() ? " (called from " + facts.related("") + ")" : "")
                        + "; BPF functions take up to 5 arguments and return up to 64 bits, so simplify it or have it"
                        + " inlined";
            case STACK_EXCEEDED ->
                facts.function() + " needs more stack than the 512 bytes that BPF has" + facts.because()
                        + "; move large variables into a map, for example a per-CPU array with one entry";
            default -> throw new IllegalArgumentException(problem.name());
        };
    }
}
