package io.github.bpflinker.maven.messages;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpflinker.diagnostic.Diagnostic;
import io.github.bpflinker.diagnostic.Problem;
import io.github.bpflinker.diagnostic.SourceLocation;
import io.github.bpflinker.maven.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinkFindingsTest {

    @ParameterizedTest
    @CsvSource({
        "LLVM_OPTION_INVALID, correct it in <llvmArgs>",
        "CORE_NEEDS_BTF, link with <btf>true</btf>",
        "NO_DEBUG_INFO, or link with <btf>false</btf>",
        "LLVM_OLDER_PATCH, choose another with <llvm>",
        "LLVM_NOT_FOUND, or name one with <llvm>PATH</llvm>",
        "BTF_TYPE_UNKNOWN, mvn bpf:btf-dump -Dbpf.file=FILE lists",
        "LLVM_UNUSABLE, mvn bpf:doctor lists",
        "CPU_FEATURE_UNKNOWN, <cpuFeatures> takes",
        "OPTIMIZED_ANYWAY, <keepOptnone>true</keepOptnone>",
        "LLVM_MESSAGE, <fatalErrors>false</fatalErrors>",
        "PROGRAM_NOT_EXPORTED, name it by <exports>",
        "INPUTS_INCOMPATIBLE, the <target> of the POM",
        "TIMED_OUT, with -X"
    })
    void namesParametersWhereTheCommandLineNamesOptions(Problem problem, String expected) {
        assertThat(LinkFindings.sentence(Diagnostic.error(problem))).contains(expected);
    }

    @Test
    void placesAFindingInASourceOfTheProject(@TempDir Path folder) throws IOException {
        Path source = Files.createFile(folder.resolve("a.bpf.c"));
        Diagnostic diagnostic =
                Diagnostic.error(Problem.STACK_EXCEEDED).withLocation(new SourceLocation("a.bpf.c", 7, 3));

        Finding finding = LinkFindings.of(diagnostic, folder);

        assertThat(finding.file()).contains(source);
        assertThat(finding.line()).isEqualTo(7);
        assertThat(finding.column()).isEqualTo(3);
    }

    @Test
    void keepsThePlaceInTheTextWhereTheSourceIsElsewhere(@TempDir Path folder) {
        Diagnostic diagnostic = Diagnostic.error(Problem.STACK_EXCEEDED)
                .withLocation(new SourceLocation("library/core/src/fmt.rs", 7, 0));

        Finding finding = LinkFindings.of(diagnostic, folder);

        assertThat(finding.file()).isEmpty();
        assertThat(finding.text()).startsWith("library/core/src/fmt.rs:7: ");
    }
}
