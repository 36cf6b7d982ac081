package io.github.bpflinker.maven.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StaleOutputsTest {

    @TempDir
    Path folder;

    @Test
    void removesWhatIsNotWrittenAnyMoreAndNothingElse() throws IOException {
        Path list = folder.resolve("state/outputs");
        Path old = Files.createFile(folder.resolve("old.o"));
        Path kept = Files.createFile(folder.resolve("kept.o"));
        Path foreign = Files.createFile(folder.resolve("foreign.o"));
        StaleOutputs.of(list, List.of(old, kept)).remove();

        StaleOutputs outputs = StaleOutputs.of(list, List.of(kept));
        assertThat(old).exists();
        outputs.remove();

        assertThat(old).doesNotExist();
        assertThat(kept).exists();
        assertThat(foreign).exists();
    }

    @Test
    void knowsWhatABuildWroteThatFailed() throws IOException {
        Path list = folder.resolve("state/outputs");
        Path written = Files.createFile(folder.resolve("written.o"));
        StaleOutputs.of(list, List.of(written, folder.resolve("failed.o")));

        StaleOutputs.of(list, List.of()).remove();

        assertThat(written).doesNotExist();
    }

    @Test
    void forgetsWhatCanNotBeThere() throws IOException {
        Path list = folder.resolve("state/outputs");
        Path file = Files.createFile(folder.resolve("file"));
        StaleOutputs.of(list, List.of(file.resolve("probe.o")));

        StaleOutputs.of(list, List.of()).remove();

        assertThat(file).exists();
        assertThat(list).isEmptyFile();
    }
}
