package io.github.bpflinker.maven.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bpflinker.maven.verify.KernelNotFound;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KernelArtifactsTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "org.example:linux:6.1, true",
        "org.example:linux:zip:6.1, true",
        "org.example:linux:bin:cloud:6.1, true",
        "kernels/6.1, false",
        "vmlinuz-6.1, false",
        "/boot/vmlinuz-6.1:a:b, false",
        "'C:\\kernels\\6.1', false",
        "linux:6.1, false"
    })
    void tellsArtifactsFromPaths(String kernel, boolean artifact) {
        assertThat(KernelArtifacts.isArtifact(kernel)).isEqualTo(artifact);
    }

    @Test
    void takesImageAndConfigurationOutOfAnArchive() throws IOException {
        Path archive = folder.resolve("linux-6.1.zip");
        try (OutputStream file = Files.newOutputStream(archive);
                ZipOutputStream zip = new ZipOutputStream(file)) {
            for (String name : new String[] {
                "META-INF/MANIFEST.MF", "boot/vmlinuz-6.1.0", "boot/config-6.1.0", "../vmlinuz-outside", "System.map"
            }) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(name.getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }

        Path unpacked =
                KernelArtifacts.unpacked(archive, folder.resolve("kernels").resolve("linux-6.1.zip"));

        assertThat(unpacked).isDirectoryContaining("glob:**/vmlinuz-6.1.0");
        assertThat(unpacked.resolve("config-6.1.0")).hasContent("boot/config-6.1.0");
        assertThat(unpacked)
                .isDirectoryNotContaining("glob:**/System.map")
                .isDirectoryNotContaining("glob:**/MANIFEST.MF");
        assertThat(folder.resolve("kernels")).isDirectoryNotContaining("glob:**/vmlinuz*");
    }

    @Test
    void namesTheArchiveThatIsNone() throws IOException {
        Path archive = Files.writeString(folder.resolve("linux-6.1.jar"), "no archive");

        assertThatThrownBy(() -> KernelArtifacts.unpacked(archive, folder.resolve("kernels")))
                .isInstanceOf(KernelNotFound.class)
                .hasMessageContainingAll("the kernel in", "linux-6.1.jar", "can't be unpacked");
    }
}
