package io.github.bpflinker.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpflinker.diagnostic.Diagnostic;
import io.github.bpflinker.diagnostic.Problem;
import io.github.bpflinker.diagnostic.SourceLocation;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessagesTest {

    private static void isOneCalmLine(String sentence) {
        assertThat(sentence)
                .isNotBlank()
                .doesNotContain("null", "''", "!", "\n", "  ", ": ;", ":;", ";;", " ,", "( ")
                .doesNotEndWith(".")
                .doesNotEndWith(" ")
                .doesNotEndWith(";")
                .doesNotEndWith(":");
    }

    @ParameterizedTest
    @EnumSource(Problem.class)
    void hasASentenceWithNothingButTheProblem(Problem problem) {
        isOneCalmLine(Messages.sentence(Diagnostic.error(problem)));
        isOneCalmLine(Messages.sentence(Diagnostic.warning(problem)));
    }

    @ParameterizedTest
    @EnumSource(Problem.class)
    void hasASentenceForEachPartialSetOfFacts(Problem problem) {
        for (int fields = 0; fields < 32; fields++) {
            Diagnostic diagnostic = Diagnostic.error(problem)
                    .withInput((fields & 1) != 0 ? "lib.a(x.o)" : null)
                    .withSymbol((fields & 2) != 0 ? "sym" : null)
                    .withFunction((fields & 4) != 0 ? "func" : null)
                    .withDetail((fields & 8) != 0 ? "first line.\n   second line.\n" : null)
                    .withRelated((fields & 16) != 0 ? List.of("one", "two") : List.of());
            isOneCalmLine(Messages.sentence(diagnostic));
        }
    }

    @Test
    void namesTheProducerOfBitcodeThatLlvmCantRead() {
        Diagnostic diagnostic = Diagnostic.error(Problem.BITCODE_INVALID)
                .withInput("a.bc")
                .withSymbol("LLVM22.1.8")
                .withDetail("Invalid record");
        assertThat(Messages.sentence(diagnostic))
                .startsWith("'a.bc', written by 'LLVM22.1.8', can't be read as bitcode: Invalid record; use an LLVM")
                .contains("--llvm");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rust_begin_unwind", "_RNvCsdBezzDwma51_7___rustc17rust_begin_unwind"})
    void tellsACrateWithoutAPanicHandlerToHaveOne(String symbol) {
        Diagnostic diagnostic = Diagnostic.error(Problem.SYMBOL_UNDEFINED)
                .withSymbol(symbol)
                .withFunction("_ZN4core9panicking9panic_fmt17h0123456789abcdefE");
        assertThat(Messages.sentence(diagnostic))
                .contains("the crate has no panic handler: write #[panic_handler]")
                .doesNotContain("__ksym");
    }

    @Test
    void showsRustsFunctionsAsRustWritesThem() {
        Diagnostic diagnostic = Diagnostic.error(Problem.CODE_GENERATION)
                .withFunction("_ZN4core9panicking9panic_fmt17h0123456789abcdefE")
                .withRelated(List.of("_RNvC1d4main (d.rs:3:1)"));
        assertThat(Messages.sentence(diagnostic))
                .startsWith(
                        "function 'core::panicking::panic_fmt' can't be expressed in BPF (called from d::main (d.rs:3:1));");
    }

    @Test
    void putsTheSourceLocationFirst() {
        Diagnostic diagnostic = Diagnostic.error(Problem.STACK_EXCEEDED)
                .withFunction("prog")
                .withLocation(new SourceLocation("src/a.c", 12, 3));
        assertThat(Messages.line(diagnostic)).startsWith("src/a.c:12:3: error: function 'prog' needs more stack");
    }

    @Test
    void beginsWithTheSeverityWithoutALocation() {
        assertThat(Messages.line(Diagnostic.error(Problem.INPUT_MISSING).withInput("a.bc")))
                .startsWith("Error: 'a.bc' does not exist");
        assertThat(Messages.line(Diagnostic.warning(Problem.LLVM_OLDER_PATCH))).startsWith("Warning: ");
        assertThat(Messages.line(Diagnostic.note(Problem.LLVM_MESSAGE))).startsWith("Note: ");
    }

    @Test
    void namesTheLlvmToInstallForTheProducer() {
        Diagnostic diagnostic = Diagnostic.error(Problem.LLVM_TOO_OLD)
                .withInput("a.bc")
                .withDetail("LLVM23.1.0-rust-1.99.0-stable")
                .withRelated(List.of("embedded 20.1.7 /cache/libLLVM.so.20.1"));
        assertThat(Messages.sentence(diagnostic))
                .contains("'a.bc'", "LLVM23.1.0-rust-1.99.0-stable", "embedded 20.1.7 /cache", "libllvm23");
    }

    @Test
    void namesBothInputsOfADuplicate() {
        Diagnostic diagnostic = Diagnostic.error(Problem.SYMBOL_DUPLICATE)
                .withSymbol("f")
                .withInput("a.o")
                .withRelated(List.of("b.o"));
        assertThat(Messages.sentence(diagnostic)).contains("'f'", "'a.o'", "'b.o'");
    }
}
