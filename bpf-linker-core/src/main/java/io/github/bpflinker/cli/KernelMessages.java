package io.github.bpflinker.cli;

import io.github.bpflinker.diagnostic.Problem;
import io.github.bpflinker.kernel.table.Remedy;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Sentences about what kernels accept. */
final class KernelMessages {

    private static final String SINCE = "since ";

    private KernelMessages() {}

    static String sentence(Problem problem, DiagnosticFields facts) {
        String what = (facts.hasFunction() ? facts.function() : facts.input("the object")) + " uses "
                + facts.symbol("a feature");
        return switch (problem) {
            case KERNEL_TOO_OLD ->
                what + ", which the kernel does not have" + aside(facts) + "; " + remedies(facts.relatedNames());
            case KERNEL_REFUSES ->
                what + ", which no kernel accepts" + aside(facts) + "; " + remedies(facts.relatedNames());
            case HELPER_OF_OTHER_TYPE ->
                what + ", which " + refusing(facts.detail("")) + "; " + remedies(facts.relatedNames());
            default -> throw new IllegalArgumentException(problem.name());
        };
    }

    private static String refusing(String detail) {
        return detail.startsWith(SINCE)
                ? "kernels before " + detail.substring(SINCE.length()) + " refuse"
                : "no kernel accepts";
    }

    private static String aside(DiagnosticFields facts) {
        String detail = facts.detail("");
        return detail.isEmpty() ? "" : " (" + detail + ")";
    }

    /** What helps, as one phrase. */
    static String remedies(List<String> ids) {
        String phrases = ids.stream()
                .map(Remedy::parse)
                .flatMap(Optional::stream)
                .map(KernelMessages::remedy)
                .collect(Collectors.joining(", or "));
        return phrases.isEmpty() ? "write it otherwise" : phrases;
    }

    private static String remedy(Remedy remedy) {
        String other = remedy.argument();
        return switch (remedy.action()) {
            case INLINE -> "have its functions inlined";
            case UNROLL -> "unroll the loop";
            case CPU -> "generate code with --cpu " + other;
            case USE -> "use " + other;
            case PROGRAM_TYPE -> "call it from a program of another type, such as " + other;
            case SECTION -> "put it into section " + other;
            case MAP_INSTEAD_OF_GLOBAL_DATA -> "keep the data in an array map of one element";
            case MAP_INSTEAD_OF_STACK -> "move large variables into a per-CPU array map of one element";
            case LOOP_INSTEAD_OF_CALLBACK -> "write a loop instead of the callback";
            case NO_JUMP_TABLES -> "compile with -fno-jump-tables";
            case SPLIT -> "split the program by tail calls";
            case NO_RECURSION -> "replace the recursion by a loop";
            case LOWER_BTF -> "load with libbpf, which leaves it out, or link without --btf";
            case NEWER_KERNEL -> "choose a newer kernel";
        };
    }
}
