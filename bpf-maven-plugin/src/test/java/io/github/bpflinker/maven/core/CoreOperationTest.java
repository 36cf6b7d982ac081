package io.github.bpflinker.maven.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bpflinker.json.JsonValue;
import io.github.bpflinker.maven.BuildFailure;
import io.github.bpflinker.maven.Reason;
import io.github.bpflinker.maven.testing.QuietLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CoreOperationTest {

    @TempDir
    private Path folder;

    private final QuietLog log = new QuietLog();

    @Test
    void showsTheValueOfARelocation() throws IOException {
        Path object = Samples.object(folder, "probe");
        Path kernel = Samples.kernel(folder, "6.1", Samples.KERNEL);

        run(List.of(object), List.of(kernel));

        assertThat(log.lines()).anySatisfy(line -> assertThat(line).contains("LINE", "6.1"));
        assertThat(log.lines()).anySatisfy(line -> assertThat(line).contains("struct task.tgid", "4"));
        assertThat(report()).hasSize(1);
    }

    @Test
    void reportsAllObjectsAlsoIfOneCanNotBeLoaded() throws IOException {
        Path first = Samples.object(folder, "first");
        Path second = Samples.object(folder, "second");
        Path kernel = Samples.kernel(folder, "6.1", Samples.AMBIGUOUS);

        assertThatThrownBy(() -> run(List.of(first, second), List.of(kernel)))
                .isInstanceOfSatisfying(BuildFailure.class, e -> {
                    assertThat(e.reason()).isInstanceOf(Reason.SeveralFailed.class);
                    assertThat(e.sentence()).contains("first.bpf.o", "second.bpf.o");
                });

        assertThat(report()).hasSize(2);
        assertThat(log.lines())
                .anySatisfy(line -> assertThat(line).startsWith("error ").contains("first.bpf.o"))
                .anySatisfy(line -> assertThat(line).startsWith("error ").contains("second.bpf.o"));
    }

    @Test
    void namesTheOneObjectThatCanNotBeLoaded() throws IOException {
        Path object = Samples.object(folder, "probe");
        Path kernel = Samples.kernel(folder, "6.1", Samples.AMBIGUOUS);

        assertThatThrownBy(() -> run(List.of(object), List.of(kernel)))
                .isInstanceOf(BuildFailure.class)
                .hasMessageContaining("probe.bpf.o can't be loaded");

        assertThat(report()).hasSize(1);
    }

    @Test
    void saysHowToNameAKernelWhereTheRunningOneHasNoTypes() {
        assertThatThrownBy(() -> run(List.of(), List.of())).isInstanceOfSatisfying(BuildFailure.class, e -> {
            assertThat(e.reason()).isInstanceOf(Reason.KernelWithoutBtf.class);
            assertThat(e.sentence())
                    .contains("<against>", "CONFIG_DEBUG_INFO_BTF")
                    .doesNotContain("vmlinux.btf");
        });
    }

    @Test
    void saysThatAFolderHasNoTypesOfAKernel() {
        assertThatThrownBy(() -> run(List.of(), List.of(folder)))
                .isInstanceOfSatisfying(
                        BuildFailure.class, e -> assertThat(e.sentence()).contains("<against>", folder.toString()));
    }

    private void run(List<Path> objects, List<Path> against) {
        new CoreOperation(folder.resolve("no-types"), log)
                .run(objects, against, Optional.of(folder.resolve("core.json")));
    }

    private List<JsonValue> report() throws IOException {
        return JsonValue.parse(Files.readString(folder.resolve("core.json")).strip())
                .asList()
                .orElseThrow();
    }
}
