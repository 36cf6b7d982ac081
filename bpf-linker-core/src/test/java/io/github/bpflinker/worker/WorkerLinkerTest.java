package io.github.bpflinker.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.bpflinker.diagnostic.LinkException;
import io.github.bpflinker.diagnostic.Problem;
import io.github.bpflinker.link.LinkRequest;
import io.github.bpflinker.link.LinkResult;
import io.github.bpflinker.option.OutputKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkerLinkerTest {

    private static final String PROGRAM =
            "target triple = \"bpfel\"\ndefine i32 @prog(ptr %c) section \"xdp\" { ret i32 2 }\n";

    @TempDir
    Path folder;

    private LinkRequest.Builder request() throws IOException {
        return LinkRequest.builder().input(Files.writeString(folder.resolve("a.ll"), PROGRAM));
    }

    @Test
    void givesWhatALinkInThisProcessGives() throws IOException {
        try (WorkerLinker linker = WorkerLinker.open()) {
            LinkResult result =
                    linker.link(request().output(folder.resolve("a.o")).build());
            LinkResult inMemory = linker.link(request().build());

            assertThat(result.outputs()).singleElement().satisfies(output -> {
                assertThat(output.kind()).isEqualTo(OutputKind.OBJ);
                assertThat(output.file()).contains(folder.resolve("a.o"));
            });
            assertThat(result.object())
                    .hasValueSatisfying(object -> assertThat(object.programs()).isEqualTo(1));
            assertThat(result.map().symbols())
                    .extracting(symbol -> symbol.name())
                    .containsExactly("prog");
            assertThat(inMemory.outputs()).singleElement().satisfies(output -> {
                assertThat(output.file()).isEmpty();
                assertThat(output.content()).isEqualTo(result.outputs().get(0).content());
            });
        }
    }

    @Test
    void failsWithTheFindingsOfTheLink() {
        LinkRequest request = LinkRequest.builder()
                .input(folder.resolve("none.bc"))
                .output(folder.resolve("x.o"))
                .build();
        try (WorkerLinker linker = WorkerLinker.open()) {
            LinkException failure = catchThrowableOfType(LinkException.class, () -> linker.link(request));

            assertThat(failure.diagnostic().problem()).isEqualTo(Problem.INPUT_MISSING);
            assertThat(failure).hasMessageContaining("check the path");
        }
    }
}
