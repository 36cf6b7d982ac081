package io.github.bpflinker.maven.messages;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpflinker.diagnostic.Severity;
import io.github.bpflinker.maven.BuildFailure;
import io.github.bpflinker.maven.Finding;
import io.github.bpflinker.maven.Reason;
import org.junit.jupiter.api.Test;
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
        "'correct it in --llvm-args', 'correct it in <llvmArgs>'",
        "'link with --btf', 'link with <btf>true</btf>'",
        "'choose another with --llvm', 'choose another with <llvm>'",
        "'no type; bpf-linker btf-dump lists', 'no type; mvn bpf:btf-dump -Dbpf.file=FILE lists'",
        "'--cpu-features takes', '<cpuFeatures> takes'"
    })
    void namesParametersWhereTheLinkerNamesOptions(String said, String expected) {
        Finding finding = LinkerWording.inMaven(Finding.general(Severity.ERROR, said));

        assertThat(finding.text()).isEqualTo(expected);
    }
}
