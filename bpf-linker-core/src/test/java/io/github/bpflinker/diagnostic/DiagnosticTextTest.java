package io.github.bpflinker.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpflinker.option.LinkOption;
import io.github.bpflinker.option.OptionNames;
import io.github.bpflinker.version.KernelVersion;
import io.github.bpflinker.version.LlvmVersion;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DiagnosticTextTest {

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
        isOneCalmLine(DiagnosticText.sentence(Diagnostic.error(problem)));
        isOneCalmLine(DiagnosticText.sentence(Diagnostic.warning(problem)));
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
            isOneCalmLine(DiagnosticText.sentence(diagnostic));
        }
    }

    @Test
    void namesTheProducerOfBitcodeThatLlvmCantRead() {
        Diagnostic diagnostic = Diagnostic.error(Problem.BITCODE_INVALID)
                .withInput("a.bc")
                .withPayload(new WrittenBy("LLVM22.1.8", new LlvmVersion(22, 1, 8)))
                .withDetail("Invalid record");
        assertThat(DiagnosticText.sentence(diagnostic))
                .startsWith("'a.bc', written by 'LLVM22.1.8', can't be read as bitcode: Invalid record; use an LLVM")
                .contains("--llvm");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rust_begin_unwind", "_RNvCsdBezzDwma51_7___rustc17rust_begin_unwind"})
    void tellsACrateWithoutAPanicHandlerToHaveOne(String symbol) {
        Diagnostic diagnostic = Diagnostic.error(Problem.SYMBOL_UNDEFINED)
                .withSymbol(symbol)
                .withFunction("_ZN4core9panicking9panic_fmt17h0123456789abcdefE");
        assertThat(DiagnosticText.sentence(diagnostic))
                .contains("the crate has no panic handler: write #[panic_handler]")
                .doesNotContain("__ksym");
    }

    @Test
    void showsRustsFunctionsAsRustWritesThem() {
        Diagnostic diagnostic = Diagnostic.error(Problem.CODE_GENERATION)
                .withFunction("_ZN4core9panicking9panic_fmt17h0123456789abcdefE")
                .withRelated(List.of("_RNvC1d4main (d.rs:3:1)"));
        assertThat(DiagnosticText.sentence(diagnostic))
                .startsWith(
                        "function 'core::panicking::panic_fmt' can't be expressed in BPF (called from d::main (d.rs:3:1));");
    }

    @Test
    void putsTheSourceLocationFirst() {
        Diagnostic diagnostic = Diagnostic.error(Problem.STACK_EXCEEDED)
                .withFunction("prog")
                .withLocation(new SourceLocation("src/a.c", 12, 3));
        assertThat(DiagnosticText.line(diagnostic)).startsWith("src/a.c:12:3: error: function 'prog' needs more stack");
    }

    @Test
    void beginsWithTheSeverityWithoutALocation() {
        assertThat(DiagnosticText.line(Diagnostic.error(Problem.INPUT_MISSING).withInput("a.bc")))
                .startsWith("Error: 'a.bc' does not exist");
        assertThat(DiagnosticText.line(Diagnostic.warning(Problem.LLVM_OLDER_PATCH)))
                .startsWith("Warning: ");
        assertThat(DiagnosticText.line(Diagnostic.note(Problem.LLVM_MESSAGE))).startsWith("Note: ");
    }

    @Test
    void namesTheLlvmToInstallForTheProducer() {
        Diagnostic diagnostic = Diagnostic.error(Problem.LLVM_TOO_OLD)
                .withInput("a.bc")
                .withPayload(new WrittenBy("LLVM23.1.0-rust-1.99.0-stable", new LlvmVersion(23, 1, 0)))
                .withRelated(List.of("embedded 20.1.7 /cache/libLLVM.so.20.1"));
        assertThat(DiagnosticText.sentence(diagnostic))
                .contains("'a.bc'", "LLVM23.1.0-rust-1.99.0-stable", "embedded 20.1.7 /cache", "libllvm23");
    }

    @Test
    void namesBothInputsOfADuplicate() {
        Diagnostic diagnostic = Diagnostic.error(Problem.SYMBOL_DUPLICATE)
                .withSymbol("f")
                .withInput("a.o")
                .withRelated(List.of("b.o"));
        assertThat(DiagnosticText.sentence(diagnostic)).contains("'f'", "'a.o'", "'b.o'; make one of them");
        assertThat(DiagnosticText.sentence(diagnostic.withRelated(List.of("b.o", "c.o", "d.o"))))
                .contains("is defined in 'a.o' and again in 'b.o' and 2 more; make one of them");
    }

    @Test
    void saysOfALimitWhatHelps() {
        for (CodeLimit limit : CodeLimit.values()) {
            Diagnostic diagnostic =
                    Diagnostic.error(Problem.CODE_GENERATION).withFunction("f").withPayload(limit);
            isOneCalmLine(DiagnosticText.sentence(diagnostic));
            assertThat(DiagnosticText.sentence(diagnostic)).doesNotContain("write it otherwise");
        }
    }

    @Test
    void saysWhatAKernelLacksAndSinceWhenAndWhatHelps() {
        KernelGap gap = new KernelGap(
                new KernelVersion(5, 8),
                null,
                "events",
                List.of(new Remedy(Remedy.Action.USE, "BPF_MAP_TYPE_PERF_EVENT_ARRAY")));
        Diagnostic diagnostic = Diagnostic.error(Problem.KERNEL_TOO_OLD)
                .withInput("a.o")
                .withSymbol("BPF_MAP_TYPE_RINGBUF")
                .withPayload(gap);
        assertThat(DiagnosticText.sentence(diagnostic))
                .isEqualTo("'a.o' uses 'BPF_MAP_TYPE_RINGBUF', which the kernel does not have (since 5.8, for events);"
                        + " use BPF_MAP_TYPE_PERF_EVENT_ARRAY");
    }

    @Test
    void anExceptionSaysTheSentenceWithTheRemedy() {
        LinkException failure = new LinkException(Diagnostic.error(Problem.STACK_EXCEEDED)
                .withFunction("prog")
                .withLocation(new SourceLocation("src/a.c", 12, 3)));
        assertThat(failure)
                .hasMessageStartingWith("src/a.c:12:3: error: function 'prog' needs more stack")
                .hasMessageContaining("; move large variables into a map");
    }

    /** Options of other programs, which a front end does not rename. */
    private static final String FOREIGN =
            "clang --target=bpf( -[-\\w]+)*|Rust with --emit=llvm-bc|opt --help-list-hidden"
                    + "|with --target=bpf|apt-get install";

    @ParameterizedTest
    @EnumSource(Problem.class)
    void namesOptionsAsTheFrontEndDoes(Problem problem) {
        OptionNames names = new OptionNames() {
            @Override
            public String name(LinkOption<?> option) {
                return "NAME";
            }

            @Override
            public String with(LinkOption<?> option, String value) {
                return "WITH";
            }

            @Override
            public String on(LinkOption<Boolean> option) {
                return "ON";
            }

            @Override
            public String without(LinkOption<Boolean> option) {
                return "WITHOUT";
            }

            @Override
            public String task(Task task) {
                return "TASK";
            }
        };
        for (Diagnostic diagnostic : List.of(Diagnostic.error(problem), Diagnostic.warning(problem))) {
            assertThat(DiagnosticText.sentence(diagnostic, names).replaceAll(FOREIGN, ""))
                    .doesNotContain("--", "bpf-linker ");
        }
    }
}
