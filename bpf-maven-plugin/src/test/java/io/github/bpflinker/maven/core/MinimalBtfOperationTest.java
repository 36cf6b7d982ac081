package io.github.bpflinker.maven.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bpflinker.maven.BuildFailure;
import io.github.bpflinker.maven.Reason;
import io.github.bpflinker.maven.project.Layout;
import io.github.bpflinker.maven.report.ObjectFiles;
import io.github.bpflinker.maven.testing.QuietLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MinimalBtfOperationTest {

    @TempDir
    private Path folder;

    private Path kernels;
    private Path output;

    @BeforeEach
    void createFolders() throws IOException {
        kernels = Files.createDirectories(folder.resolve("src/main/btf"));
        output = folder.resolve("target/classes/bpf/btf");
    }

    @Test
    void writesAFileForEachKernelOnce() throws IOException {
        Path object = Samples.object(folder, "probe");
        Samples.kernel(kernels, "6.1", Samples.KERNEL);
        Samples.kernel(kernels, "6.2", Samples.KERNEL);

        assertThat(run(object, kernels).written()).isEqualTo(2);
        assertThat(run(object, kernels).written()).isZero();

        assertThat(ObjectFiles.types(output.resolve("6.1.btf")).types()).isNotEmpty();
        assertThat(output.resolve("6.2.btf")).isRegularFile();
    }

    @Test
    void removesTheFileOfAKernelThatIsNoLongerNamed() throws IOException {
        Path object = Samples.object(folder, "probe");
        Samples.kernel(kernels, "6.1", Samples.KERNEL);
        Path gone = Samples.kernel(kernels, "6.2", Samples.KERNEL);
        run(object, kernels);
        Path stranger = Files.createFile(output.resolve("other.btf"));
        Files.delete(gone);

        assertThat(run(object, kernels)).isEqualTo(new MinimalBtfOperation.Result(0, 1));

        assertThat(output.resolve("6.2.btf")).doesNotExist();
        assertThat(output.resolve("6.1.btf")).exists();
        assertThat(stranger).exists();
    }

    @Test
    void overwritesNoTypesOfAKernel() throws IOException {
        Path object = Samples.object(folder, "probe");
        Path kernel = Samples.kernel(kernels, "6.1", Samples.KERNEL);
        byte[] content = Files.readAllBytes(kernel);
        output = kernels;

        assertThatThrownBy(() -> run(object, kernels))
                .isInstanceOf(BuildFailure.class)
                .hasMessageContaining("6.1.btf");

        assertThat(kernel).hasBinaryContent(content);
    }

    @Test
    void saysThatAFolderHasNoTypesOfAKernel() throws IOException {
        Path object = Samples.object(folder, "probe");

        assertThatThrownBy(() -> run(object, kernels)).isInstanceOfSatisfying(BuildFailure.class, e -> {
            assertThat(e.reason()).isInstanceOf(Reason.NoKernelTypes.class);
            assertThat(e.sentence()).contains("<kernels>", kernels.toString());
        });
    }

    private MinimalBtfOperation.Result run(Path object, Path... from) {
        Layout layout = new Layout(
                folder,
                folder.resolve("src/main/bpf"),
                folder.resolve("target/bpf"),
                folder.resolve("target/classes/bpf"));
        return new MinimalBtfOperation(layout, output, new QuietLog()).run(List.of(object), List.of(from));
    }
}
