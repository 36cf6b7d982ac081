package io.github.bpflinker.maven.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bpflinker.generate.GenerateOptions;
import io.github.bpflinker.maven.BuildFailure;
import io.github.bpflinker.maven.project.Layout;
import io.github.bpflinker.maven.project.ProjectObjects.Linked;
import io.github.bpflinker.maven.testing.QuietLog;
import io.github.bpflinker.maven.testing.SampleObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GenerateOperationTest {

    private static final String TWO_TYPES = """
            struct event { unsigned pid; };
            struct state { unsigned long count; };
            struct event event;
            struct state state;
            """ + SampleObject.GOOD;

    @TempDir
    Path folder;

    private Path classes;

    @BeforeEach
    void createFolders() throws IOException {
        classes = Files.createDirectories(folder.resolve("target/classes"));
    }

    @Test
    void writesFilesOnce() throws IOException {
        List<Linked> objects = List.of(object("probe", TWO_TYPES));

        GenerateResult first = run(objects);
        GenerateResult second = run(objects);

        assertThat(names(first.created())).containsExactly("Event.java", "Probe.java", "State.java");
        assertThat(second.ran()).isFalse();
        assertThat(second.hasChanges()).isFalse();
    }

    @Test
    void changesOnlyTheFileOfAChangedStructAndDeletesItsClasses() throws IOException {
        run(List.of(object("probe", TWO_TYPES)));
        Path changed = compiled("Event");
        Path nested = compiled("Event$View");
        Path unchanged = compiled("State");

        GenerateResult result = run(List.of(object("probe", TWO_TYPES.replace("long count", "long count, more"))));
        assertThat(names(result.changed())).containsExactly("Probe.java", "State.java");
        assertThat(unchanged).doesNotExist();
        assertThat(changed).exists();

        run(List.of(object("probe", TWO_TYPES.replace("pid", "tid"))));
        assertThat(changed).doesNotExist();
        assertThat(nested).doesNotExist();
    }

    @Test
    void removesWhatAnObjectLeftBehind() throws IOException {
        run(List.of(object("probe", TWO_TYPES), object("other", SampleObject.GOOD)));
        Path left = compiled("Other");

        GenerateResult result = run(List.of(object("probe", TWO_TYPES)));

        assertThat(names(result.removed())).containsExactly("Other.java");
        assertThat(left).doesNotExist();
        assertThat(folder.resolve("sources/org/example/Other.java")).doesNotExist();
        assertThat(folder.resolve("sources/org/example/Probe.java")).exists();
    }

    @Test
    void repairsAnEditedFile() throws IOException {
        List<Linked> objects = List.of(object("probe", TWO_TYPES));
        run(objects);
        Path file = folder.resolve("sources/org/example/Event.java");
        String good = Files.readString(file);
        Files.writeString(file, "edited");

        assertThat(names(run(objects).changed())).containsExactly("Event.java");
        assertThat(file).hasContent(good);
    }

    @Test
    void saysThatAnUnknownTypeIsUnknown() throws IOException {
        List<Linked> objects = List.of(object("probe", TWO_TYPES));
        GenerateOptions options = GenerateOptions.of("org.example").withTypes(List.of("evnt"));

        assertThatThrownBy(() -> run(objects, options))
                .isInstanceOf(BuildFailure.class)
                .hasMessageContaining("evnt");
    }

    private Linked object(String name, String source) throws IOException {
        Files.createDirectories(classes.resolve("bpf"));
        return SampleObject.compile(classes.resolve("bpf"), name, source, "-g");
    }

    private Path compiled(String name) throws IOException {
        Path file = classes.resolve("org/example/" + name + ".class");
        Files.createDirectories(file.getParent());
        return Files.createFile(file);
    }

    private GenerateResult run(List<Linked> objects) {
        return run(objects, GenerateOptions.of("org.example"));
    }

    private GenerateResult run(List<Linked> objects, GenerateOptions options) {
        Layout layout = new Layout(
                folder, folder.resolve("src/main/bpf"), folder.resolve("target/bpf"), classes.resolve("bpf"));
        GenerateRequest request = new GenerateRequest(
                layout,
                objects,
                options,
                folder.resolve("sources"),
                classes,
                folder.resolve("target/maven-status"),
                "identity");
        return new GenerateOperation(request, new QuietLog()).run();
    }

    private static List<String> names(List<Path> files) {
        return files.stream().map(file -> file.getFileName().toString()).toList();
    }
}
