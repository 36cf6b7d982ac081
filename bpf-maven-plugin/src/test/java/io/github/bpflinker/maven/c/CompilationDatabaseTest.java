package io.github.bpflinker.maven.c;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpflinker.json.JsonValue;
import io.github.bpflinker.maven.Endianness;
import io.github.bpflinker.maven.incremental.BuildStateFiles;
import io.github.bpflinker.maven.natives.Natives;
import io.github.bpflinker.maven.testing.QuietLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompilationDatabaseTest {

    @TempDir
    Path folder;

    private CSource source(String name, Endianness endianness) throws IOException {
        return new CSource(
                name, Files.writeString(folder.resolve(name), ""), endianness, false, folder.resolve(name + ".bc"));
    }

    private String write(String before, CSource... sources) {
        CSettings settings = new CSettings(
                List.of(),
                List.of(),
                SystemHeaderPosition.LAST,
                List.of("LIMIT=3"),
                List.of(),
                TargetArch.ARM64,
                "v2",
                List.of(folder));
        CCompiler compiler = new CCompiler(
                ClangSelector.choose("embedded", new Natives("20.1.7-1", () -> folder), folder, Optional.empty()),
                settings,
                new IncludeFolders(List.of(), List.of(), Optional.empty(), SystemHeaderPosition.LAST, "none"),
                new BundledHeaders(folder.resolve("headers")),
                "1",
                new BuildStateFiles(new QuietLog()),
                new QuietLog());
        return CompilationDatabase.of(compiler, folder, List.of(sources), before);
    }

    private static List<String> files(String database) {
        return JsonValue.parse(database).asList().orElseThrow().stream()
                .map(entry -> entry.member("file").flatMap(JsonValue::asText).orElseThrow())
                .map(file -> String.valueOf(Path.of(file).getFileName()))
                .toList();
    }

    @Test
    void saysOnceHowAFileIsCompiled() throws IOException {
        String database = write("", source("a.c", Endianness.LITTLE), source("a.c", Endianness.BIG));

        assertThat(files(database)).containsExactly("a.c");
        assertThat(database)
                .contains("\"clang\",\"--target=bpfel\"", "\"-DLIMIT=3\"")
                .doesNotContain("bpfeb");
    }

    @Test
    void keepsWhatAnotherExecutionCompiles() throws IOException {
        String first = write("", source("main.c", Endianness.LITTLE));
        String both = write(first, source("test.c", Endianness.LITTLE));

        assertThat(files(both)).containsExactly("main.c", "test.c");
        assertThat(write(both, source("main.c", Endianness.LITTLE))).isEqualTo(both);
    }

    @Test
    void forgetsFilesThatAreGone() throws IOException {
        String before = write("", source("old.c", Endianness.LITTLE));
        Files.delete(folder.resolve("old.c"));

        assertThat(files(write(before, source("new.c", Endianness.LITTLE)))).containsExactly("new.c");
    }

    @Test
    void beginsAnewWhereNothingOfItsOwnWasWritten() throws IOException {
        for (String before : List.of("", "{}", "[1]", "[{\"file\":\"\\u0000\"}]", "nonsense")) {
            assertThat(files(write(before, source("a.c", Endianness.LITTLE)))).containsExactly("a.c");
        }
    }
}
