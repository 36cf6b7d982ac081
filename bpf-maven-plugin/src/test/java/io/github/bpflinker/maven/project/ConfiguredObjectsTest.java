package io.github.bpflinker.maven.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.bpflinker.maven.BuildFailure;
import io.github.bpflinker.maven.Reason;
import io.github.bpflinker.maven.project.ConfiguredObjects.Entry;
import io.github.bpflinker.option.Cpu;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfiguredObjectsTest {

    @TempDir
    Path folder;

    private static Entry entry(String name, List<Path> sources, Optional<Path> crate) {
        return new Entry(
                Optional.of(name),
                sources,
                List.of(),
                crate,
                Optional.empty(),
                Optional.of(Cpu.V2),
                Optional.empty(),
                Optional.empty());
    }

    private static Reason failure(Entry... entries) {
        return catchThrowableOfType(BuildFailure.class, () -> ConfiguredObjects.of(List.of(entries)))
                .reason();
    }

    @Test
    void takesFilesAndFolders() throws IOException {
        Path file = Files.createFile(folder.resolve("a.c"));
        Path deep = Files.createDirectories(folder.resolve("lib")).resolve("b.c");
        Files.createFile(deep);

        ObjectSpec object = ConfiguredObjects.of(
                        List.of(entry("probe", List.of(file, folder.resolve("lib")), Optional.empty())))
                .get(0);

        assertThat(object.sources()).containsExactly(file, deep);
        assertThat(object.cpu()).contains(Cpu.V2);
    }

    @Test
    void refusesAnObjectWithoutSources() {
        assertThat(failure(entry("probe", List.of(), Optional.empty())))
                .isInstanceOf(Reason.ObjectWithoutSources.class);
    }

    @Test
    void refusesASourceThatIsNotThere() {
        assertThat(failure(entry("probe", List.of(folder.resolve("none.c")), Optional.empty())))
                .isInstanceOf(Reason.PathMissing.class);
    }

    @Test
    void takesAFileOnceThatIsInAFolder() throws IOException {
        Path file = Files.createFile(folder.resolve("a.c"));

        ObjectSpec object = ConfiguredObjects.of(List.of(entry("probe", List.of(folder, file), Optional.empty())))
                .get(0);

        assertThat(object.sources()).containsExactly(file);
    }

    @Test
    void refusesASourceThatIsNotC() throws IOException {
        Path file = Files.createFile(folder.resolve("probe.rs"));
        assertThat(failure(entry("probe", List.of(file), Optional.empty())))
                .isInstanceOf(Reason.ParameterInvalid.class);
    }

    @Test
    void anObjectCanConsistOfInputsThatEarlierGoalsMake() {
        Path library = folder.resolve("not-there-yet.a");
        Entry entry = new Entry(
                Optional.of("probe"),
                List.of(),
                List.of(library),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());

        assertThat(ConfiguredObjects.of(List.of(entry))).singleElement().satisfies(object -> assertThat(object.inputs())
                .containsExactly(library));
    }

    @Test
    void refusesACrateWithoutManifest() {
        assertThat(failure(entry("probe", List.of(), Optional.of(folder)))).isInstanceOf(Reason.PathMissing.class);
    }

    @Test
    void refusesAnObjectWithoutName() {
        Entry nameless = new Entry(
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());

        assertThat(failure(nameless)).isInstanceOf(Reason.ObjectNameInvalid.class);
    }

    @Test
    void refusesTwoObjectsOfOneName() throws IOException {
        Path file = Files.createFile(folder.resolve("a.c"));
        Entry entry = entry("probe", List.of(file), Optional.empty());

        assertThat(failure(entry, entry)).isInstanceOf(Reason.ObjectTwice.class);
    }
}
