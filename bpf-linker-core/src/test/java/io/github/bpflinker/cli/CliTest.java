package io.github.bpflinker.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpflinker.diagnostic.Diagnostic;
import io.github.bpflinker.diagnostic.LinkException;
import io.github.bpflinker.diagnostic.Problem;
import io.github.bpflinker.diagnostic.SourceLocation;
import io.github.bpflinker.link.LinkMap;
import io.github.bpflinker.link.LinkResult;
import io.github.bpflinker.link.LinkResult.PhaseTime;
import io.github.bpflinker.option.LinkOption;
import io.github.bpflinker.option.Provider;
import io.github.bpflinker.version.LlvmVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CliTest {

    private static final LinkResult EMPTY = resultOf(List.of(), List.of());

    private static LinkResult resultOf(List<Diagnostic> diagnostics, List<PhaseTime> phases) {
        return new LinkResult(
                List.of(),
                diagnostics,
                new LinkMap(List.of(new LinkMap.LinkedInput("a.bc", "command line", "a.bc")), List.of()),
                phases,
                Optional.of(new LinkResult.LlvmUsed(
                        Provider.EMBEDDED, new LlvmVersion(20, 1, 7), Path.of("/l/libLLVM.so.20.1"))),
                Optional.empty());
    }

    private static Run run(LinkOperation operation, String... arguments) {
        return Run.of(new Cli(operation), arguments);
    }

    @Test
    void succeedsWithoutAWord() {
        Run run = run((request, onPhase) -> EMPTY, "a.bc", "-o", "out.o");
        assertThat(run).isEqualTo(new Run(0, "", ""));
    }

    @Test
    void exitsWithTwoAndOneLineAfterAUsageError() {
        Run run = run((request, onPhase) -> EMPTY, "a.bc", "-o", "out.o", "--bft");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .isEqualToNormalizingNewlines(
                        "Error: unknown option --bft; did you mean --btf? (see bpf-linker --help)\n");
    }

    @Test
    void exitsWithTwoForANameThatNoFileCanHave() {
        Run run = run((request, onPhase) -> EMPTY, "a\0b", "-o", "out.o");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).startsWith("Error: no file can be named");
    }

    @Test
    void exitsWithOneAndASentenceWhenALinkFails() {
        Run run = run(
                (request, onPhase) -> {
                    throw new LinkException(
                            List.of(
                                    Diagnostic.error(Problem.INPUT_EMPTY).withInput("a.bc"),
                                    Diagnostic.warning(Problem.LLVM_OLDER_PATCH).withInput("b.bc")),
                            null);
                },
                "a.bc",
                "-o",
                "out.o");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err().lines()).hasSize(2);
        assertThat(run.err()).startsWith("Error: 'a.bc' is empty").contains("Warning: 'b.bc'");
    }

    @Test
    void saysErrorEvenIfTheFindingBeginsWithItsLocation() {
        Run run = run(
                (request, onPhase) -> {
                    throw new LinkException(Diagnostic.error(Problem.STACK_EXCEEDED)
                            .withFunction("f")
                            .withLocation(new SourceLocation("a.c", 3, 0)));
                },
                "a.bc",
                "-o",
                "out.o");
        assertThat(run.err().lines().toList().get(0)).startsWith("a.c:3: error: function 'f'");
        assertThat(run.err().lines().toList().get(1)).isEqualTo("Error: 'out.o' was not written");
    }

    @Test
    void keepsTheTraceOfAnUnexpectedExceptionInAFile() throws IOException {
        Run run = run(
                (request, onPhase) -> {
                    throw new IllegalStateException("surprise");
                },
                "a.bc",
                "-o",
                "out.o");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err().lines()).hasSize(1);
        assertThat(run.err()).startsWith("Error: internal error: ").contains("surprise");
        Path report = Path.of(
                run.err().strip().substring(run.err().lastIndexOf(' ', run.err().length() - 2) + 1));
        try {
            assertThat(report).content().contains("IllegalStateException: surprise", "a.bc", "CliTest");
        } finally {
            Files.delete(report);
        }
    }

    @Test
    void printsWarningsUnlessTheLogLevelIsBelow() {
        LinkOperation operation = (request, onPhase) -> resultOf(
                List.of(
                        Diagnostic.warning(Problem.SYMBOL_UNDEFINED).withSymbol("f"),
                        Diagnostic.note(Problem.LLVM_MESSAGE).withDetail("hm")),
                List.of());
        assertThat(run(operation, "a", "-o", "b").err())
                .startsWith("Warning: 'f' is defined nowhere")
                .doesNotContain("hm");
        assertThat(run(operation, "a", "-o", "b", "--log-level=error").err()).isEmpty();
        assertThat(run(operation, "a", "-o", "b", "--log-level=info").err()).doesNotContain("Note: ");
        assertThat(run(operation, "a", "-o", "b", "--log-level=debug").err())
                .contains("Warning: ", "Note: ", "info: LLVM 20.1.7, embedded");
    }

    @Test
    void appendsToTheLogFile(@TempDir Path folder) {
        Path log = folder.resolve("my.log");
        LinkOperation operation = (request, onPhase) -> {
            onPhase.accept("optimize");
            return resultOf(List.of(Diagnostic.warning(Problem.SYMBOL_UNDEFINED)), List.of());
        };
        run(operation, "a", "-o", "b", "--log-level=debug", "--log-file", log.toString());
        run(operation, "a", "-o", "b", "--log-file", log.toString());
        assertThat(log).content().contains("info: command line: a -o b", "debug: phase optimize");
        assertThat(log).content().containsSubsequence("Warning: ", "Warning: ");
    }

    @Test
    void failsIfTheLogFileCantBeWritten(@TempDir Path folder) {
        Run run = run(
                (request, onPhase) -> EMPTY,
                "a",
                "-o",
                "b",
                "--log-file",
                folder.resolve("no/such").toString());
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).startsWith("Error: ").contains("no such file or folder");
    }

    @Test
    void printsTheTimeOfEachPhaseAligned() {
        LinkOperation operation = (request, onPhase) -> resultOf(
                List.of(),
                List.of(
                        new PhaseTime("read", Duration.ofNanos(1_234_567)),
                        new PhaseTime("optimize", Duration.ofMillis(212))));
        Run run = run(operation, "a", "-o", "b", "--time");
        assertThat(run.err())
                .isEqualToNormalizingNewlines(
                        "read             1.2 ms\noptimize       212.0 ms\ntotal          213.2 ms\n");
    }

    @Test
    void readsArgumentsFromAFile(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("linker-arguments"), "in\\ put.bc\n-o\nout.o\n--btf\n");
        Run run = run(
                (request, onPhase) -> {
                    assertThat(request.inputs().get(0).name()).isEqualTo("in put.bc");
                    assertThat(request.btf()).isTrue();
                    return EMPTY;
                },
                "@" + file);
        assertThat(run).isEqualTo(new Run(0, "", ""));
    }

    @Test
    void printsHelpWithEveryOptionAndExamples() {
        Run run = run((request, onPhase) -> EMPTY, "--help");
        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("Examples:");
        for (LinkOption<?> option : LinkOption.all()) {
            if (option.help().isPresent()) {
                assertThat(run.out()).contains(option.spellings());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"--version", "-V"})
    void beginsWithItsNameAndVersionAsToolsReadThem(String option) {
        Run run = run((request, onPhase) -> EMPTY, option);
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).matches("(?s)bpf-linker \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?\\R.*");
    }
}
