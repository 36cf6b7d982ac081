package io.github.bpflinker.maven.messages;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpflinker.diagnostic.Diagnostic;
import io.github.bpflinker.diagnostic.Problem;
import io.github.bpflinker.diagnostic.SourceLocation;
import io.github.bpflinker.maven.BuildFailure;
import io.github.bpflinker.maven.Finding;
import io.github.bpflinker.maven.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MessagesTest {

    @ParameterizedTest
    @EnumSource(Reason.class)
    void everyReasonHasASentenceInOneLine(Reason reason) {
        String sentence = Messages.sentence(new BuildFailure(reason, "ONE", "TWO", "THREE", "FOUR"));

        assertThat(sentence).contains("ONE").doesNotContain("\n", "null").doesNotEndWith(".");
    }

    @ParameterizedTest
    @EnumSource(
            value = Reason.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"CARGO_FAILED", "LINK_FAILED", "LINKER_REFUSES", "INTERRUPTED"})
    void everyReasonThatIsOursNamesARemedy(Reason reason) {
        assertThat(Messages.sentence(new BuildFailure(reason, "ONE", "TWO", "THREE", "FOUR")))
                .contains("; ");
    }

    @ParameterizedTest
    @CsvSource({
        "a.c, rename it to src/a.bpf.c",
        "a.rs, src/a/Cargo.toml",
        "Cargo.toml, src/NAME/Cargo.toml",
        "a.bpf.cpp, src/a.bpf.c"
    })
    void namesTheNearestRightPlaceOfASource(String name, String expected) {
        assertThat(Messages.sentence(new BuildFailure(Reason.NO_OBJECT, "src/" + name)))
                .contains(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "'error: `#[panic_handler]` function required, but not found', write #[panic_handler] fn",
        "'error[E0463]: can''t find crate for `std`', #![no_std]",
        "'error: cannot find macro `println` in this scope', bpf_trace_printk",
        "'error: using `fn main` requires the standard library', #![no_main]"
    })
    void saysWhatAnErrorOfRustMeansInBpf(String error, String expected) {
        assertThat(Messages.sentence(
                        new BuildFailure(Reason.CARGO_FAILED, "probe", "src/main/bpf/probe", "101", error)))
                .contains(error + "; ")
                .contains(expected);
    }

    @Test
    void countsOneFailedObjectAsOne() {
        assertThat(Messages.sentence(new BuildFailure(Reason.SEVERAL_FAILED, "1", "probe")))
                .startsWith("object 'probe' failed");
    }

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
