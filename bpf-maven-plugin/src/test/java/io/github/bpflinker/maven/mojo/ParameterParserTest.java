package io.github.bpflinker.maven.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bpflinker.maven.BuildFailure;
import io.github.bpflinker.maven.c.SystemHeaderPosition;
import io.github.bpflinker.option.OutputKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParameterParserTest {

    private static void refuses(String sentence, ThrowingCallable choice) {
        assertThatThrownBy(choice).isInstanceOfSatisfying(BuildFailure.class, e -> assertThat(e.sentence())
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
        assertThat(ParameterParser.systemHeaders("none")).isEqualTo(SystemHeaderPosition.NONE);
        assertThat(ParameterParser.systemHeaders("true")).isEqualTo(SystemHeaderPosition.FIRST);
        assertThat(ParameterParser.systemHeaders("false")).isEqualTo(SystemHeaderPosition.LAST);
        refuses("<systemHeaders> is 'no' and takes last, first, none", () -> ParameterParser.systemHeaders("no"));
    }

    @Test
    void namesTheValuesOfAClosedSet() {
        assertThat(ParameterParser.cpu("v3").optionName()).isEqualTo("v3");
        refuses("<cpu> is 'v9' and takes generic, v1, v2, v3, v4, probe", () -> ParameterParser.cpu("v9"));
        refuses("<optimization> is '9' and takes 0, 1, 2, 3, s, z", () -> ParameterParser.optimization("9"));
        refuses("<target> is 'riscv' and takes bpfel, bpfeb", () -> ParameterParser.target("riscv"));
    }

    @Test
    void wantsAProgramThatCanBeRun(@TempDir Path folder) throws IOException {
        Path file = Files.createFile(folder.resolve("cargo"));
        refuses("takes the path of an executable file", () -> ParameterParser.program("cargo", file.toFile()));
        refuses("takes the path of an executable file", () -> ParameterParser.program("cargo", folder.toFile()));
        refuses(
                "<cargo>: " + folder.resolve("no") + " does not exist; correct the path",
                () -> ParameterParser.program("cargo", folder.resolve("no").toFile()));
        assertThat(file.toFile().setExecutable(true)).isTrue();
        assertThat(ParameterParser.program("cargo", file.toFile())).isEqualTo(file);
    }
}
