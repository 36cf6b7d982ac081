package io.github.bpflinker.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bpflinker.diagnostic.LinkException;
import io.github.bpflinker.diagnostic.Problem;
import io.github.bpflinker.option.LinkOption;
import io.github.bpflinker.option.OutputKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class OutputNamesTest {

    @Test
    void theFirstKindGoesToTheOutputItself() {
        assertThat(files(request("out/prog", OutputKind.ASM))).containsExactly(Path.of("out/prog"));
    }

    @Test
    void theOthersGoBesideItWithTheirOwnSuffixes() {
        LinkRequest request =
                request("out/prog.bpf.o", OutputKind.OBJ, OutputKind.LLVM_IR, OutputKind.LLVM_BC, OutputKind.ASM);

        assertThat(files(request))
                .containsExactly(
                        Path.of("out/prog.bpf.o"),
                        Path.of("out/prog.bpf.ll"),
                        Path.of("out/prog.bpf.bc"),
                        Path.of("out/prog.bpf.s"));
    }

    @Test
    void aNameThatStartsWithItsOnlyDotHasNoSuffix() {
        assertThat(files(request(".prog", OutputKind.OBJ, OutputKind.ASM)))
                .containsExactly(Path.of(".prog"), Path.of(".prog.s"));
    }

    @Test
    void aRelocatableLinkGivesBitcodeOrIr() {
        LinkRequest request = LinkRequest.builder()
                .input(Path.of("a.bc"))
                .emit(OutputKind.OBJ, OutputKind.LLVM_IR, OutputKind.ASM)
                .set(LinkOption.RELOCATABLE, true)
                .build();

        assertThat(OutputNames.kinds(request)).containsExactly(OutputKind.LLVM_BC, OutputKind.LLVM_IR);
    }

    @Test
    void aFurtherKindThatWouldTakeTheFirstOnesNameIsNotWritten() {
        LinkRequest request = request("out/prog.s", OutputKind.OBJ, OutputKind.ASM, OutputKind.LLVM_IR);

        assertThat(OutputNames.kinds(request)).containsExactly(OutputKind.OBJ, OutputKind.LLVM_IR);
        assertThat(files(request)).containsExactly(Path.of("out/prog.s"), Path.of("out/prog.ll"));
    }

    @Test
    void refusesALinkMapInPlaceOfAFurtherKind() {
        LinkRequest request = LinkRequest.builder()
                .input(Path.of("a.bc"))
                .output(Path.of("out/prog.o"))
                .emit(OutputKind.OBJ, OutputKind.ASM)
                .set(LinkOption.LINK_MAP, Path.of("out/prog.s"))
                .build();

        assertThatThrownBy(() -> OutputNames.check(request))
                .asInstanceOf(InstanceOfAssertFactories.type(LinkException.class))
                .extracting(LinkException::diagnostic)
                .returns(Problem.OUTPUT_TWICE, diagnostic -> diagnostic.problem())
                .returns("out/prog.s", diagnostic -> diagnostic.input());
    }

    @Test
    void refusesALinkMapInPlaceOfTheOutput() {
        LinkRequest request = LinkRequest.builder()
                .input(Path.of("a.bc"))
                .output(Path.of("out/prog.o"))
                .set(LinkOption.LINK_MAP, Path.of("out/../out/prog.o"))
                .build();

        assertThatThrownBy(() -> OutputNames.check(request)).isInstanceOf(LinkException.class);
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void refusesALinkMapThatIsALinkToTheOutput(@TempDir Path folder) throws IOException {
        Path output = folder.resolve("prog.o");
        Path symbolic = Files.createSymbolicLink(folder.resolve("symbolic"), Path.of("prog.o"));
        refuses(output, symbolic);
        Files.createFile(output);
        refuses(output, symbolic);
        refuses(symbolic, output);
        refuses(output, Files.createLink(folder.resolve("hard"), output));
        Path sameFolder = Files.createSymbolicLink(folder.resolve("same"), folder);
        refuses(output, sameFolder.resolve("prog.o"));
    }

    private static void refuses(Path output, Path linkMap) {
        LinkRequest request = LinkRequest.builder()
                .input(Path.of("a.bc"))
                .output(output)
                .set(LinkOption.LINK_MAP, linkMap)
                .build();
        assertThatThrownBy(() -> OutputNames.check(request))
                .asInstanceOf(InstanceOfAssertFactories.type(LinkException.class))
                .extracting(failure -> failure.diagnostic().problem())
                .isEqualTo(Problem.OUTPUT_TWICE);
    }

    private static List<Path> files(LinkRequest request) {
        OutputNames.check(request);
        return OutputNames.kinds(request).stream()
                .map(kind -> OutputNames.file(request, kind).orElseThrow())
                .toList();
    }

    private static LinkRequest request(String output, OutputKind... kinds) {
        return LinkRequest.builder()
                .input(Path.of("a.bc"))
                .output(Path.of(output))
                .emit(kinds)
                .build();
    }
}
