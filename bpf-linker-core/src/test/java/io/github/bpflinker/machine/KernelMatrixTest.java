package io.github.bpflinker.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bpflinker.json.JsonValue;
import io.github.bpflinker.machine.KernelMatrix.Row;
import io.github.bpflinker.testing.Compiler;
import io.github.bpflinker.testing.JavaVm;
import io.github.bpflinker.testing.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

        assertThat(matrix.rows()).containsExactly(new Row("a.o", "f"));
        assertThat(matrix.columns())
                .extracting(column -> KernelMatrix.cell(column, new Row("a.o", "f")))
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

        assertThat(matrix.rows()).containsExactly(new Row("a.o", ""));
        assertThat(matrix.refusals()).extracting(KernelMatrix.Refusal::message).containsExactly("no such map");
    }

    @Test
    void programsThatAreLoadedOnlyOnRequestRefuseNoObject() {
        KernelMatrix matrix = new KernelMatrix(List.of(column("5.10.0", """
                        {"verdict":"accepted","programs":[{"name":"f","verdict":"accepted"},\
                        {"name":"newer","verdict":"refused","optional":true,"message":"invalid func"}]}""")));

        assertThat(matrix.isAccepted()).isTrue();
        assertThat(matrix.refusals()).isEmpty();
        assertThat(KernelMatrix.cell(matrix.columns().get(0), new Row("a.o", "newer")))
                .isEqualTo("refused");
    }

    @Test
    void theyDoNotHideTheReasonOfAnObject() {
        KernelMatrix matrix = new KernelMatrix(List.of(column("5.10.0", """
                        {"verdict":"refused","reason":"no such map","programs":[{"name":"f","verdict":"not-reached"},\
                        {"name":"newer","verdict":"refused","optional":true,"message":"invalid func"}]}""")));

        assertThat(matrix.isAccepted()).isFalse();
        assertThat(matrix.refusals()).singleElement().satisfies(refusal -> {
            assertThat(refusal.program()).isEmpty();
            assertThat(refusal.message()).isEqualTo("no such map");
        });
    }

    @Test
    void whatIsSkippedIsNotAccepted() {
        KernelMatrix matrix =
                new KernelMatrix(List.of(column("5.10.0", "{\"verdict\":\"skipped\",\"reason\":\"no permission\"}")));

        assertThat(matrix.isAccepted()).isFalse();
        assertThat(matrix.refusals()).extracting(KernelMatrix.Refusal::message).containsExactly("no permission");
    }

    @Test
    void findsTheAnswerBehindLinesOfTheKernelsLog() {
        String output = """
                [    2.131457] random: crng init done
                [warning][os] something of the JVM
                [1]
                [{"file":"/objects/0","verdict":"accepted"}]
                """;

        assertThat(KernelMatrix.verdicts(new VirtualMachine.Answer("6.1.0", output, 1), List.of("a.o")))
                .singleElement()
                .extracting(verdict -> verdict.member("verdict").orElseThrow())
                .isEqualTo(JsonValue.of("accepted"));
    }

    @Test
    void namesTheObjectWhereThereIsNoAnswer() {
        VirtualMachine.Answer answer =
                new VirtualMachine.Answer("6.1.0", "[    2.1] log\nError: /objects/1: not an ELF file\n", 1);

        assertThatThrownBy(() -> KernelMatrix.verdicts(answer, List.of("a.o", "b.o")))
                .isInstanceOf(MachineException.class)
                .hasMessageContainingAll("Linux 6.1.0 printed no answer", "Error: b.o: not an ELF file");
    }

    @Test
    void saysWhyAnImageCanNotBeRead() {
        VirtualMachine machine = new VirtualMachine(folder, 1);
        List<KernelImage> images = List.of(new KernelImage(folder.resolve("gone"), Optional.empty()));

        assertThatThrownBy(() -> KernelMatrix.of(machine, images, Map.of("a.o", new byte[1])))
                .isInstanceOf(MachineException.class)
                .hasMessageContainingAll("the kernel image", "gone can't be read: no such file or folder", "a copy");
    }

    @Test
    void saysWhyTheCacheCanNotBeWritten() throws IOException {
        VirtualMachine machine = new VirtualMachine(folder.resolve("nothing"), 1);
        List<KernelImage> images = List.of(KernelImage.of(Files.writeString(folder.resolve("vmlinuz"), "no kernel")));

        assertThatThrownBy(() -> KernelMatrix.of(machine, images, Map.of("a.o", new byte[1])))
                .isInstanceOf(MachineException.class)
                .hasMessageContainingAll("nothing can't be used: no such file or folder", "BPF_LINKER_CACHE");
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
        KernelImage kernel = renamed(KernelImage.of(JavaVm.image(JavaVm.DEBIAN_12)));
        Path object = Compiler.clang(Tool.CLANG_22, folder, "x.o", """
                static int (*random)(void) = (void *)7;
                static long (*unknown)(void) = (void *)9999;
                extern int CONFIG_HZ __attribute__((section(".kconfig")));
                __attribute__((section("socket"))) int fine(void *ctx) { return random() + CONFIG_HZ; }
                __attribute__((section("?socket"))) int newer(void *ctx) { return unknown(); }
                char _license[] __attribute__((section("license"))) = "GPL";
                """, "--target=bpf", "-O2", "-g");
        Path cache = Files.createDirectory(folder.resolve("cache"));
        VirtualMachine machine = new VirtualMachine(cache, 400);
        Map<String, byte[]> objects = Map.of("x.o", Files.readAllBytes(object), "a b/x'.o", Files.readAllBytes(object));

        KernelMatrix.Column first =
                KernelMatrix.of(machine, List.of(kernel), objects).columns().get(0);
        KernelMatrix.Column second =
                KernelMatrix.of(machine, List.of(kernel), objects).columns().get(0);

        assertThat(first.release()).startsWith("6.1.");
        assertThat(KernelMatrix.cell(first, new Row("x.o", "fine"))).isEqualTo("accepted");
        assertThat(KernelMatrix.cell(first, new Row("x.o", "newer"))).isEqualTo("refused");
        assertThat(KernelMatrix.cell(first, new Row("a b/x'.o", "fine"))).isEqualTo("accepted");
        assertThat(first.objects().get("a b/x'.o"))
                .extracting(answer -> answer.member("file").orElseThrow())
                .isEqualTo(JsonValue.of("a b/x'.o"));
        assertThat(cache).isDirectoryNotContaining("glob:**/{jlink,machine}*");
        assertThat(first.milliseconds()).isPositive();
        assertThat(second.milliseconds()).isZero();
        assertThat(second.objects()).isEqualTo(first.objects());
    }

    /** As of a build of one's own, whose configuration is named for no release. */
    private KernelImage renamed(KernelImage kernel) throws IOException {
        Path build = Files.createDirectory(folder.resolve("build"));
        Files.copy(kernel.file(), build.resolve("bzImage"));
        Files.copy(kernel.configuration().orElseThrow(), build.resolve("config"));
        return KernelImage.of(build.resolve("bzImage"));
    }
}
