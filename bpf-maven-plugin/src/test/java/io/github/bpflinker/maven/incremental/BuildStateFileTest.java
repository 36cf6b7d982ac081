package io.github.bpflinker.maven.incremental;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpflinker.maven.testing.QuietLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;

class BuildStateFileTest {

    private static final BuildState STATE = new BuildState(
            "key",
            List.of(new FileFingerprint(Path.of("/a b/c\td%0A\n.c"), 1, 2, 3, 4, true, "hash")),
            List.of(Path.of("/absent")),
            List.of(new FileFingerprint(Path.of("/o"), 4, 5, 6, 7, false, "")),
            List.of("a note"));

    private static @Nullable Path folder;

    @BeforeContainer
    static void createFolder() throws IOException {
        folder = Files.createTempDirectory("state");
    }

    @AfterContainer
    static void deleteFolder() throws IOException {
        Files.delete(file());
        Files.delete(folder());
    }

    private static Path folder() {
        return Optional.ofNullable(folder).orElseThrow();
    }

    private static Path file() {
        return folder().resolve("x.state");
    }

    private static BuildStateFile stateFile() {
        return new BuildStateFiles(new QuietLog()).at(file());
    }

    @Example
    void readsWhatItWrote() {
        stateFile().write(STATE);

        assertThat(stateFile().read()).contains(STATE);
    }

    @Property(tries = 300)
    void takesADamagedFileForNone(@ForAll @IntRange(max = 400) int at, @ForAll byte damage, @ForAll boolean cut)
            throws IOException {
        stateFile().write(STATE);
        byte[] bytes = Files.readAllBytes(file());
        int position = at % bytes.length;
        byte[] damaged = cut ? Arrays.copyOf(bytes, position) : bytes.clone();
        if (!cut) {
            damaged[position] = damage;
        }
        Files.write(file(), damaged);

        // The last line break is no loss.
        boolean same = Arrays.equals(bytes, damaged) || position == bytes.length - 1;
        Optional<BuildState> state = stateFile().read();
        if (same) {
            assertThat(state).isIn(Optional.of(STATE), Optional.empty());
        } else {
            assertThat(state).isEmpty();
        }
    }
}
