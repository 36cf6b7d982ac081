package io.github.bpflinker.maven.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bpflinker.maven.BuildFailure;
import io.github.bpflinker.maven.c.SystemHeaders;
import io.github.bpflinker.maven.messages.Messages;
import io.github.bpflinker.option.OutputKind;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ParameterParserTest {

    private static void refuses(String sentence, ThrowingCallable choice) {
        assertThatThrownBy(choice).isInstanceOfSatisfying(BuildFailure.class, e -> assertThat(Messages.sentence(e))
                .contains(sentence));
    }

    @Test
    void takesTheValuesBetweenCommasWithoutTheBlanksAroundThem() {
        assertThat(ParameterParser.values(List.of("one", " two", "", " "))).containsExactly("one", "two");
        assertThat(ParameterParser.emitted(List.of("asm", " llvm-ir", "asm"), true))
                .containsExactly(OutputKind.ASM, OutputKind.LLVM_IR);
    }

    @Test
    void refusesToWriteNothing() {
        refuses("<emit> is '' and takes ", () -> ParameterParser.emitted(List.of(), true));
        refuses("<format> is '' and takes ", () -> ParameterParser.btfFormats(List.of("")));
    }

    @Test
    void findsALlvmInTheProject() {
        Optional<Path> base = Optional.of(Path.of("/project"));
        assertThat(ParameterParser.llvm("auto", base)).isEqualTo("auto");
        assertThat(ParameterParser.llvm("lib/libLLVM.so", base))
                .isEqualTo(Path.of("/project/lib/libLLVM.so").toString());
        assertThat(ParameterParser.llvm("lib/libLLVM.so", Optional.empty())).isEqualTo("lib/libLLVM.so");
        refuses("<llvm> is '' and takes auto, embedded, ", () -> ParameterParser.llvm("", base));
    }

    @Test
    void refusesVariantsThatOverwriteEachOther() {
        refuses("<classifier> is '' and takes ", () -> ParameterParser.classifier(""));
        refuses("two <variants> have the classifier 'V4'", () -> ParameterParser.checkUnique(List.of("", "v4", "V4")));
    }

    @Test
    void knowsWhatBecomesOfInstalledHeaders() {
        assertThat(ParameterParser.systemHeaders("none")).isEqualTo(SystemHeaders.NONE);
        assertThat(ParameterParser.systemHeaders("true")).isEqualTo(SystemHeaders.FIRST);
        assertThat(ParameterParser.systemHeaders("false")).isEqualTo(SystemHeaders.LAST);
        refuses("<systemHeaders> is 'no' and takes last, first, none", () -> ParameterParser.systemHeaders("no"));
    }
}
