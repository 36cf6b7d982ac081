package io.github.bpflinker.llvm.locate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.github.bpflinker.diagnostic.Diagnostic;
import io.github.bpflinker.diagnostic.LinkException;
import io.github.bpflinker.diagnostic.Problem;
import io.github.bpflinker.option.RequestedLlvm;
import io.github.bpflinker.testing.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LlvmOptionCatalogTest {

    private static final List<String> LISTED =
            List.of("unroll-threshold=", "unroll-runtime", "bpf-stack-size=", "mcpu=", "print-options", "version");

    @TempDir
    Path folder;

    @Test
    void realLibrariesListTheirOptions() {
        LlvmOptionCatalog catalog = embedded();

        assertThat(catalog.names())
                .hasSizeGreaterThan(1000)
                .contains("unroll-threshold", "bpf-expand-memcpy-in-order", "cold-callsite-rel-freq");
        assertThat(catalog.has("unroll-threshold")).isTrue();
        assertThat(catalog.has("unroll-treshold")).isFalse();
        assertThat(catalog.names()).allMatch(name -> !name.contains("=") && !name.startsWith("-"));
    }

    @Test
    void eachLibraryHasItsOwn() throws IOException {
        Path library = Tool.LIBLLVM_22.require().toRealPath();
        Machine machine = new Machine(folder);

        LlvmOptionCatalog catalog = LlvmOptionCatalog.of(library, machine.cache());

        assertThat(catalog.has("bpf-disable-trap-unreachable")).isTrue();
        assertThat(embedded().has("bpf-disable-trap-unreachable")).isFalse();
        catalog.validate(List.of("--bpf-disable-trap-unreachable", "-bpf-stack-size=256"));
        assertThat(machine.at("cache/options-1")).isDirectoryContaining("glob:**libLLVM.so.22.1-*.txt");
        assertThat(machine.at("cache/accepted-1")).isDirectoryContaining("glob:**libLLVM.so.22.1-*.txt");
    }

    @Test
    void anOptionThatDoesNotExistIsReportedWithTheNearestThatDo() throws IOException {
        assertThat(findings(catalog(), "--unroll-treshold=5", "-entirely-different"))
                .containsExactly(
                        Diagnostic.error(Problem.LLVM_OPTION_UNKNOWN)
                                .withSymbol("--unroll-treshold=5")
                                .withRelated(List.of("--unroll-threshold")),
                        Diagnostic.error(Problem.LLVM_OPTION_UNKNOWN).withSymbol("-entirely-different"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--version", "-help", "--help-list-hidden", "--help=all", "-h"})
    void anOptionThatEndsTheProcessIsRefused(String option) throws IOException {
        assertThat(findings(catalog(), option))
                .containsExactly(Diagnostic.error(Problem.LLVM_OPTION_EXITS).withSymbol(option));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "-", "--", "unroll-runtime", "@file", "=", "-=1", "---unroll-runtime", "--Unroll-runtime"})
    void whatIsNoOptionIsRefused(String option) throws IOException {
        assertThat(findings(catalog(), option))
                .extracting(Diagnostic::problem, Diagnostic::symbol)
                .containsExactly(tuple(Problem.LLVM_OPTION_UNKNOWN, option));
    }

    @Test
    void anOptionThatTakesAValueMustHaveOne() throws IOException {
        assertThat(findings(catalog(), "-unroll-threshold"))
                .containsExactly(Diagnostic.error(Problem.LLVM_OPTION_INVALID)
                        .withSymbol("-unroll-threshold")
                        .withDetail("needs a value: --unroll-threshold=…"));
    }

    @Test
    void aValueThatLlvmRefusesIsReportedInItsWords() {
        assertThat(findings(embedded(), "--unroll-runtime", "-unroll-threshold=many", "--inline-threshold=1x"))
                .isNotEmpty()
                .allSatisfy(finding -> {
                    assertThat(finding.problem()).isEqualTo(Problem.LLVM_OPTION_INVALID);
                    assertThat(finding.symbol()).isIn("-unroll-threshold=many", "--inline-threshold=1x");
                    assertThat(finding.detail()).contains("value invalid");
                });
    }

    @Test
    void ofAnOptionGivenTwiceTheBadOneIsReported() {
        LlvmOptionCatalog catalog = embedded();

        assertThat(findings(catalog, "--unroll-threshold=many", "--unroll-threshold=5"))
                .extracting(Diagnostic::symbol)
                .containsExactly("--unroll-threshold=many");
        catalog.validate(List.of("--unroll-threshold=1", "--unroll-threshold=5"));
    }

    @Test
    void valuesThatWereGoodOnceAreNotTriedAgain() throws IOException {
        Machine machine = new Machine(folder);
        Path library = machine.library("libLLVM.so.22.1");
        remember(machine, library);
        List<String> options = List.of("--unroll-runtime", "--unroll-threshold=5");
        LlvmOptionCatalog catalog = LlvmOptionCatalog.of(library, machine.cache());
        assertThat(findings(catalog, options.toArray(String[]::new)))
                .as("tried with a library that is none")
                .isNotEmpty();
        String given = String.join("\n", options);
        CachedAnswer.about(
                        LibraryCacheKey.of(library),
                        machine.cache(),
                        "accepted",
                        "-" + Integer.toHexString(given.hashCode()) + ".txt")
                .write(given);

        catalog.validate(options);
        catalog.validate(List.of());
    }

    @Test
    void aDamagedListIsAskedForAgain() throws IOException {
        Machine machine = new Machine(folder);
        Path library = machine.library("libLLVM.so.22.1");
        Path list = remember(machine, library);
        assertThat(LlvmOptionCatalog.of(library, machine.cache()).names()).hasSize(LISTED.size());
        String content = Files.readString(list);
        for (String damaged : List.of(
                content.substring(0, content.length() - 9),
                LibraryCacheKey.of(library).text() + "\nx\ny\n")) {
            Files.writeString(list, damaged);

            assertThat(unusable(machine, library).detail()).startsWith("lists no options: ");
        }
    }

    @Test
    void aLibraryThatIsGoneCantBeAsked() {
        Machine machine = new Machine(folder);

        assertThat(unusable(machine, machine.at("gone.so")))
                .isEqualTo(Diagnostic.error(Problem.LLVM_UNUSABLE)
                        .withInput(machine.at("gone.so").toString())
                        .withDetail("can't be asked for its options: no such file or folder"));
    }

    private LlvmOptionCatalog catalog() throws IOException {
        Machine machine = new Machine(folder);
        Path library = machine.library("libLLVM.so.22.1");
        remember(machine, library);
        return LlvmOptionCatalog.of(library, machine.cache());
    }

    private static Path remember(Machine machine, Path library) throws IOException {
        CachedAnswer list = CachedAnswer.about(LibraryCacheKey.of(library), machine.cache(), "options", ".txt");
        list.write(String.join("\n", LISTED));
        return list.file();
    }

    private static LlvmOptionCatalog embedded() {
        LlvmLocator locator = LlvmLocator.ofSystem();
        Path library =
                locator.select(RequestedLlvm.Known.EMBEDDED, List.of()).chosen().library();
        return LlvmOptionCatalog.of(library, locator.cache());
    }

    private static List<Diagnostic> findings(LlvmOptionCatalog catalog, String... options) {
        return catchThrowableOfType(LinkException.class, () -> catalog.validate(List.of(options)))
                .diagnostics();
    }

    private static Diagnostic unusable(Machine machine, Path library) {
        return catchThrowableOfType(LinkException.class, () -> LlvmOptionCatalog.of(library, machine.cache()))
                .diagnostic();
    }
}
