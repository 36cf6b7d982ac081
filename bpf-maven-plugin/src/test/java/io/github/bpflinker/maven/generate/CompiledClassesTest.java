package io.github.bpflinker.maven.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompiledClassesTest {

    @TempDir
    Path folder;

    @Test
    void deletesTheClassesOfASourceAndNoOthers() throws IOException {
        Path event = create("classes/org/example/Event.class");
        Path nested = create("classes/org/example/Event$View.class");
        Path similar = create("classes/org/example/EventLog.class");
        Path elsewhere = create("classes/org/Event.class");

        CompiledClasses.delete(
                folder.resolve("sources"),
                List.of(folder.resolve("sources/org/example/Event.java")),
                folder.resolve("classes"));

        assertThat(event).doesNotExist();
        assertThat(nested).doesNotExist();
        assertThat(similar).exists();
        assertThat(elsewhere).exists();
    }

    @Test
    void deletesNothingForSourcesOutsideTheirFolderOrNeverCompiled() throws IOException {
        Path other = create("classes/Event.class");

        CompiledClasses.delete(
                folder.resolve("sources"),
                List.of(folder.resolve("Event.java"), folder.resolve("sources/none/Event.java")),
                folder.resolve("classes"));

        assertThat(other).exists();
    }

    @Test
    void deletesTheCachesOfTheCompilerPluginAndKeepsItsLists() throws IOException {
        Path cache = create("maven-status/maven-compiler-plugin/compile/default-compile.cache");
        Path list = create("maven-status/maven-compiler-plugin/compile/default-compile/inputFiles.lst");

        CompiledClasses.deleteCaches(folder.resolve("maven-status"));
        CompiledClasses.deleteCaches(folder.resolve("none"));

        assertThat(cache).doesNotExist();
        assertThat(list).exists();
    }

    private Path create(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.createFile(file);
    }
}
