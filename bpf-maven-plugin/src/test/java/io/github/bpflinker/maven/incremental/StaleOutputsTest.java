package io.github.bpflinker.maven.incremental;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpflinker.maven.testing.QuietLog;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StaleOutputsTest {

    @TempDir
    Path folder;

    private final QuietLog log = new QuietLog();
    private final BuildStateFiles states = new BuildStateFiles(log);

    @Test
    void removesWhatIsNotWrittenAnyMoreAndNothingElse() throws IOException {
        Path list = folder.resolve("state/outputs");
        Path old = Files.createFile(folder.resolve("old.o"));
        Path kept = Files.createFile(folder.resolve("kept.o"));
        Path foreign = Files.createFile(folder.resolve("foreign.o"));
        StaleOutputs.of(list, List.of(old, kept), states).remove();

        StaleOutputs outputs = StaleOutputs.of(list, List.of(kept), states);
        assertThat(old).exists();
        assertThat(outputs.remove()).containsExactly(old);

        assertThat(old).doesNotExist();
        assertThat(kept).exists();
        assertThat(foreign).exists();
    }

    @Test
    void knowsWhatABuildWroteThatFailed() throws IOException {
        Path list = folder.resolve("state/outputs");
        Path written = Files.createFile(folder.resolve("written.o"));
        StaleOutputs.of(list, List.of(written, folder.resolve("failed.o")), states);

        StaleOutputs.of(list, List.of(), states).remove();

        assertThat(written).doesNotExist();
    }

    @Test
    void forgetsWhatCanNotBeThere() throws IOException {
        Path list = folder.resolve("state/outputs");
        Path file = Files.createFile(folder.resolve("file"));
        StaleOutputs.of(list, List.of(file.resolve("probe.o")), states);

        StaleOutputs.of(list, List.of(), states).remove();

        assertThat(file).exists();
    }

    @Test
    void removesNothingThatADamagedListNames() throws IOException {
        Path list = folder.resolve("state/outputs");
        Path foreign = Files.createFile(folder.resolve("foreign.o"));
        Path kept = Files.createFile(folder.resolve("kept.o"));
        Files.createDirectories(folder.resolve("state"));
        Files.write(list, (foreign + "\n../foreign.o\n\0\u00ff\n").getBytes(StandardCharsets.ISO_8859_1));

        StaleOutputs.of(list, List.of(kept), states).remove();

        assertThat(foreign).exists();
        assertThat(log.lines()).containsExactly("warn " + list + " is damaged and will be recreated");
        StaleOutputs.of(list, List.of(), states).remove();
        assertThat(kept).doesNotExist();
        assertThat(log.lines()).hasSize(1);
    }

    @Test
    void leavesTheOutputsOfTheProjectThatThisOneIsACopyOf() throws IOException {
        Path first = Files.createDirectories(folder.resolve("first/classes"));
        Path second = Files.createDirectories(folder.resolve("second/classes"));
        Path output = Files.createFile(first.resolve("probe.o"));
        Path copied = Files.createFile(second.resolve("probe.o"));
        StaleOutputs.of(folder.resolve("first/outputs"), List.of(output), states)
                .remove();
        Files.copy(folder.resolve("first/outputs"), folder.resolve("second/outputs"));

        StaleOutputs.of(folder.resolve("second/outputs"), List.of(), states).remove();

        assertThat(output).exists();
        assertThat(copied).doesNotExist();
    }
}
