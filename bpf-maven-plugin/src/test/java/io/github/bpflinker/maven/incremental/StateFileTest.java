package io.github.bpflinker.maven.incremental;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
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

class StateFileTest {

    private static final BuildState STATE = new BuildState(
            "key",
            List.of(new FileState(Path.of("/a b/c.c"), 1, 2, 3, "hash")),
            List.of(Path.of("/absent")),
            List.of(new FileState(Path.of("/o"), 4, 5, 6, "")),
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

    @Example
    void readsWhatItWrote() {
        new StateFile(file()).write(STATE);

        assertThat(new StateFile(file()).read()).contains(STATE);
    }

    @Property(tries = 300)
    void takesADamagedFileForNone(@ForAll @IntRange(max = 200) int at, @ForAll byte damage, @ForAll boolean cut)
            throws IOException {
        new StateFile(file()).write(STATE);
        byte[] bytes = Files.readAllBytes(file());
        int position = at % bytes.length;
        if (cut) {
            bytes = Arrays.copyOf(bytes, position);
        } else {
            bytes[position] = damage;
        }
        Files.write(file(), bytes);

        Optional<BuildState> state = new StateFile(file()).read();

        assertThat(state.map(BuildState::toString).orElse("none")).isNotEmpty();
        if (cut && new String(bytes, StandardCharsets.UTF_8).lines().noneMatch("end"::equals)) {
            assertThat(state).isEmpty();
        }
    }
}
