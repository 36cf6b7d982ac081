package io.github.bpflinker.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bpflinker.json.JsonValue;
import io.github.bpflinker.testing.Compiler;
import io.github.bpflinker.testing.JavaVm;
import io.github.bpflinker.testing.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KernelMatrixTest {

    @TempDir
    private Path folder;

    private static KernelMatrix.Column column(String release, String json) {
        return new KernelMatrix.Column(Path.of("vmlinuz"), release, 0, Map.of("a.o", JsonValue.parse(json)));
    }

    @Test
    void hasARowForEachProgramAndTheReasonOfEachRefusal() {
        KernelMatrix matrix = new KernelMatrix(List.of(column("6.1.0", """
                        {"verdict":"accepted","programs":[{"name":"f","verdict":"accepted"}]}"""), column("5.10.0", """
                        {"verdict":"refused","programs":[{"name":"f","verdict":"refused","message":"invalid func",\
                        "source":"a.c","line":4}]}""")));

        assertThat(matrix.rows()).containsExactly("a.o f");
        assertThat(matrix.columns())
                .extracting(column -> KernelMatrix.cell(column, "a.o f"))
                .containsExactly("accepted", "refused");
        assertThat(matrix.isAccepted()).isFalse();
        assertThat(matrix.refusals()).singleElement().satisfies(refusal -> {
            assertThat(refusal.release()).isEqualTo("5.10.0");
            assertThat(refusal.message()).isEqualTo("invalid func");
            assertThat(refusal.place()).contains("a.c:4");
        });
    }

    @Test
    void anObjectThatIsRefusedAsAWholeHasItsReason() {
        KernelMatrix matrix =
                new KernelMatrix(List.of(column("5.10.0", "{\"verdict\":\"refused\",\"reason\":\"no such map\"}")));

        assertThat(matrix.rows()).containsExactly("a.o");
        assertThat(matrix.refusals()).extracting(KernelMatrix.Refusal::message).containsExactly("no such map");
    }

    @Test
    void saysWhatIsNoKernel() {
        assertThatThrownBy(() -> KernelImage.of(folder.resolve("nothing")))
                .isInstanceOf(MachineException.class)
                .hasMessageContaining("there is no kernel image");
        assertThatThrownBy(() -> KernelImage.of(folder))
                .isInstanceOf(MachineException.class)
                .hasMessageContaining("no vmlinuz and no bzImage");
    }

    @Test
    void findsTheImageOfAnUnpackedPackage() throws IOException {
        Path boot = Files.createDirectories(folder.resolve("boot"));
        Files.writeString(boot.resolve("vmlinuz-6.1.0-1"), "");
        Path configuration = Files.writeString(boot.resolve("config-6.1.0-1"), "");

        KernelImage image = KernelImage.of(folder);

        assertThat(image.file()).hasFileName("vmlinuz-6.1.0-1");
        assertThat(image.configuration()).contains(configuration.toAbsolutePath());
    }

    @Test
    void loadsIntoAnotherKernelOnceAndRemembersTheAnswer() throws IOException {
        Path kernel = JavaVm.image(JavaVm.DEBIAN_12);
        Path object = Compiler.clang(Tool.CLANG_22, folder, "x.o", """
                static int (*random)(void) = (void *)7;
                static long (*unknown)(void) = (void *)9999;
                __attribute__((section("socket"))) int fine(void *ctx) { return random(); }
                __attribute__((section("?socket"))) int newer(void *ctx) { return unknown(); }
                char _license[] __attribute__((section("license"))) = "GPL";
                """, "--target=bpf", "-O2", "-g");
        Path cache = Files.createDirectory(folder.resolve("cache"));
        VirtualMachine machine = new VirtualMachine(cache, 400);
        Map<String, byte[]> objects = Map.of("x.o", Files.readAllBytes(object));

        KernelMatrix.Column first = KernelMatrix.of(machine, List.of(KernelImage.of(kernel)), objects)
                .columns()
                .get(0);
        KernelMatrix.Column second = KernelMatrix.of(machine, List.of(KernelImage.of(kernel)), objects)
                .columns()
                .get(0);

        assertThat(first.release()).startsWith("6.1.");
        assertThat(KernelMatrix.cell(first, "x.o fine")).isEqualTo("accepted");
        assertThat(KernelMatrix.cell(first, "x.o newer")).isEqualTo("refused");
        assertThat(first.milliseconds()).isPositive();
        assertThat(second.milliseconds()).isZero();
        assertThat(second.objects()).isEqualTo(first.objects());
    }
}
