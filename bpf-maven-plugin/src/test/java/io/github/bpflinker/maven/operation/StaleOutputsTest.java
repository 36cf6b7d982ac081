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
        StaleOutputs.remove(list, List.of(old, kept));

        StaleOutputs.remove(list, List.of(kept));

        assertThat(old).doesNotExist();
        assertThat(kept).exists();
        assertThat(foreign).exists();
    }
}
