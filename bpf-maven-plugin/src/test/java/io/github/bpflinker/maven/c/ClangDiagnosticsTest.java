package io.github.bpflinker.maven.c;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpflinker.diagnostic.Severity;
import io.github.bpflinker.maven.Finding;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClangDiagnosticsTest {

    private static final Path FOLDER = Path.of("/project");

    private static List<Finding> parse(String... lines) {
        return ClangDiagnostics.parse(List.of(lines), FOLDER);
    }

    @Test
    void readsErrorsWarningsAndNotesWithTheirPlaces() {
        assertThat(parse(
                        "In file included from /project/a.c:1:",
                        "/project/include/x.h:3:14: warning: unused variable 'y'",
                        "/project/a.c:12:5: error: call to undeclared function 'f'; ISO C99 and later do not",
                        "a.c:7:1: note: declared here",
                        "1 warning and 1 error generated."))
                .containsExactly(
                        new Finding(
                                Severity.WARNING,
                                Optional.of(Path.of("/project/include/x.h")),
                                3,
                                14,
                                "unused variable 'y'"),
                        new Finding(
                                Severity.ERROR,
                                Optional.of(Path.of("/project/a.c")),
                                12,
                                5,
                                "call to undeclared function 'f'; ISO C99 and later do not"),
                        new Finding(Severity.NOTE, Optional.of(Path.of("/project/a.c")), 7, 1, "declared here"));
    }

    @Test
    void readsFatalErrorsAsErrors() {
        assertThat(parse("a.c:1:10: fatal error: 'x.h' file not found"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.isError()).isTrue());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'vmlinux.h' file not found | bind the goal bpf:vmlinux",
                "'bpf_helpers.h' file not found | include <bpf/bpf_helpers.h>",
                "'stdio.h' file not found | BPF has no C library",
                "call to undeclared function 'bpf_ktime_get_nss'; ISO C99 and later do not | did you mean bpf_ktime_get_ns",
                "use of undeclared identifier 'bpf_get_prandom_u32' | include <bpf/bpf_helpers.h>",
                "call to undeclared function 'bpf_rcu_read_lock'; ISO C99 and later do not | with __ksym behind its parameters"
            })
    void addsWhatHelpsWhereBpfIsTheReason(String said, String expected) {
        assertThat(parse("a.c:1:10: error: " + said)).singleElement().satisfies(finding -> assertThat(finding.text())
                .startsWith(said + "; ")
                .contains(expected));
    }

    @Test
    void leavesOtherErrorsAsTheyAre() {
        assertThat(parse(
                        "a.c:1:10: error: 'own.h' file not found",
                        "a.c:1:1: error: use of undeclared identifier 'own'"))
                .extracting(Finding::text)
                .containsExactly("'own.h' file not found", "use of undeclared identifier 'own'");
    }

    @Test
    void readsErrorsOfTheDriver() {
        assertThat(parse("clang-22: error: unknown argument: '-fnonsense'", "error: unable to open output file"))
                .extracting(Finding::text)
                .containsExactly("unknown argument: '-fnonsense'", "unable to open output file");
    }

    @Test
    void takesNoMacroOfTheCommandLineForAFile() {
        assertThat(parse("<command line>:2:9: error: macro name must be an identifier"))
                .containsExactly(
                        Finding.general(Severity.ERROR, "in <defines> or <cflags>: macro name must be an identifier"));
    }

    @Test
    void readsPathsOfWindows() {
        assertThat(parse("C:\\project\\a.c:1:2: error: no"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.line()).isEqualTo(1));
    }

    @Property(tries = 300)
    void neverFailsWhateverIsPrinted(@ForAll String line) {
        List<Finding> findings =
                ClangDiagnostics.parse(line.replace("\0", "").lines().toList(), FOLDER);

        assertThat(findings.size()).isLessThanOrEqualTo((int) line.lines().count());
    }
}
