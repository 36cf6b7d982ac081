package io.github.bpflinker.maven.requires;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bpflinker.json.JsonValue;
import io.github.bpflinker.maven.BuildFailure;
import io.github.bpflinker.maven.Reason;
import io.github.bpflinker.maven.project.ProjectObjects.Linked;
import io.github.bpflinker.maven.testing.QuietLog;
import io.github.bpflinker.maven.testing.SampleObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RequiresOperationTest {

    @TempDir
    private Path folder;

    private final QuietLog log = new QuietLog();

    @Test
    void saysTheOldestKernelAndWhy() throws IOException {
        Linked object = SampleObject.compile(folder, "probe", SampleObject.GOOD);
        String json = new RequiresOperation(log, false).run(List.of(object.file()));
        assertThat(log.lines().get(0)).contains("probe.bpf.o", "Linux 4.8", "xdp");
        assertThat(log.lines().stream().skip(1)).allMatch(line -> line.startsWith("debug "));
        List<JsonValue> all = JsonValue.parse(json.strip()).asList().orElseThrow();
        assertThat(all).singleElement().satisfies(each -> assertThat(each.member("oldestKernel"))
                .contains(JsonValue.of("4.8")));
    }

    @Test
    void refusesWhatIsNoObject() throws IOException {
        Path text = Files.writeString(folder.resolve("text"), "text");
        assertThatThrownBy(() -> new RequiresOperation(log, false).run(List.of(text)))
                .isInstanceOf(BuildFailure.class);
    }

    @Test
    void saysThatAFileIsNotThere() {
        Path none = folder.resolve("none.o");
        assertThatThrownBy(() -> new RequiresOperation(log, false).run(List.of(none)))
                .isInstanceOfSatisfying(
                        BuildFailure.class, e -> assertThat(e.reason()).isInstanceOf(Reason.PathMissing.class));
    }
}
