package io.github.bpflinker.maven.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bpflinker.json.JsonValue;
import io.github.bpflinker.machine.KernelMatrix;
import io.github.bpflinker.maven.BuildFailure;
import io.github.bpflinker.maven.Endianness;
import io.github.bpflinker.maven.Reason;
import io.github.bpflinker.maven.project.ProjectObjects.Linked;
import io.github.bpflinker.maven.project.Variant;
import io.github.bpflinker.maven.testing.QuietLog;
import io.github.bpflinker.maven.testing.SampleObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KernelsOperationTest {

    @TempDir
    private Path folder;

    private final QuietLog log = new QuietLog();

    private KernelsOperation verify(boolean required) {
        return new KernelsOperation(required, folder.resolve("work"), log);
    }

    private static KernelMatrix matrix(String answer) {
        return new KernelMatrix(List.of(new KernelMatrix.Column(
                Path.of("vmlinuz"), "5.10.0", 12_000, Map.of("probe", JsonValue.parse(answer)))));
    }

    private String report() throws IOException {
        return Files.readString(folder.resolve("work/kernels.json"));
    }

    @Test
    void logsATableAndThenFailsWithTheFirstRefusal() throws IOException {
        KernelMatrix matrix = matrix("""
                {"verdict":"refused","programs":[{"name":"fine","verdict":"accepted"},{"name":"broken",\
                "verdict":"refused","message":"invalid func unknown#208","source":"probe.bpf.c","line":4}]}""");

        assertThatThrownBy(() -> verify(false).report(matrix)).isInstanceOfSatisfying(BuildFailure.class, e -> {
            assertThat(e.reason()).isInstanceOf(Reason.KernelRefused.class);
            assertThat(e.sentence())
                    .contains("object 'probe'", "'broken'", "invalid func unknown#208 (Linux 5.10.0)", "kernels.json");
        });

        assertThat(log.lines())
                .containsExactly(
                        "info PROGRAM       5.10.0",
                        "info probe fine    accepted",
                        "info probe broken  refused",
                        "info Linux 5.10.0: 12 s",
                        "error probe.bpf.c:4: Linux 5.10.0 refuses probe, program broken: invalid func unknown#208");
        assertThat(report()).contains("\"kernel\":\"5.10.0\"", "unknown#208");
    }

    @Test
    void namesNoProgramWhereTheObjectIsRefusedAsAWhole() {
        KernelMatrix matrix = matrix("{\"verdict\":\"refused\",\"reason\":\"no such map\"}");

        assertThatThrownBy(() -> verify(false).report(matrix))
                .isInstanceOfSatisfying(BuildFailure.class, e -> assertThat(e.sentence())
                        .contains("the kernel refuses it: no such map"));
        assertThat(log.lines()).contains("error Linux 5.10.0 refuses probe: no such map");
    }

    @Test
    void optionalProgramsFailNoBuild() throws IOException {
        verify(true).report(matrix("""
                {"verdict":"accepted","programs":[{"name":"fine","verdict":"accepted"},\
                {"name":"broken","verdict":"refused","optional":true,"message":"invalid func"}]}"""));

        assertThat(log.lines()).contains("info probe broken  refused").noneMatch(line -> line.startsWith("error"));
        assertThat(report()).contains("\"optional\":true");
    }

    @Test
    void skipsObjectsForMachinesOfTheOtherByteOrder() throws IOException {
        Path file = Files.writeString(folder.resolve("probe.bpf.o"), "not read");
        Linked big = new Linked("probe", Variant.plain(Endianness.BIG), file);

        verify(true).run(List.of(big), () -> List.of(folder.resolve("nothing")));

        assertThat(log.lines())
                .containsExactly(
                        "info verification of " + big.label() + " skipped: it is for machines of the other byte order");
    }

    @Test
    void namesWhatIsMissingAndGoesOn() throws IOException {
        Linked object = SampleObject.little(Files.writeString(folder.resolve("probe.bpf.o"), "not read"), "probe");

        verify(false).run(List.of(object), () -> List.of(folder.resolve("nothing")));

        assertThat(log.lines())
                .singleElement()
                .asString()
                .startsWith("warn verification of probe skipped: there is no kernel image");
    }

    @Test
    void aKernelThatIsInNoRepositoryIsMissing() throws IOException {
        Linked object = SampleObject.little(Files.writeString(folder.resolve("probe.bpf.o"), "not read"), "probe");
        Supplier<List<Path>> kernels = () -> {
            throw new KernelNotFound("the kernel org.example:linux:6.1 is in no repository", new IOException());
        };

        verify(false).run(List.of(object), kernels);

        assertThat(log.lines())
                .containsExactly("warn verification of probe skipped: the kernel org.example:linux:6.1 is in no"
                        + " repository");
        assertThatThrownBy(() -> verify(true).run(List.of(object), kernels))
                .isInstanceOfSatisfying(BuildFailure.class, e -> assertThat(e.sentence())
                        .contains("org.example:linux:6.1", "<required>"));
    }

    @Test
    void failsWithoutTheKernelWhereThatIsRequired() throws IOException {
        Linked object = SampleObject.little(Files.writeString(folder.resolve("probe.bpf.o"), "not read"), "probe");

        assertThatThrownBy(() -> verify(true).run(List.of(object), () -> List.of(folder.resolve("nothing"))))
                .isInstanceOfSatisfying(BuildFailure.class, e -> assertThat(e.sentence())
                        .contains("there is no kernel image", "<required>"));
    }
}
