package io.github.bpflinker.maven.btf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bpflinker.json.JsonValue;
import io.github.bpflinker.maven.BuildFailure;
import io.github.bpflinker.maven.project.ProjectObjects.Linked;
import io.github.bpflinker.maven.testing.QuietLog;
import io.github.bpflinker.maven.testing.SampleObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BtfDumpOperationTest {

    private static final Path KERNEL = Path.of("/sys/kernel/btf/vmlinux");

    @TempDir
    private Path folder;

    private final QuietLog log = new QuietLog();

    private BtfDumpOperation dump(List<BtfFormat> formats, String... roots) {
        return new BtfDumpOperation(formats, List.of(roots), Optional.empty(), log);
    }

    @Test
    void writesEachFormatOnceAndAgainOnlyWhenItChanges() throws IOException {
        Linked object = SampleObject.compile(folder, "probe", SampleObject.GOOD, "-g");
        BtfDumpOperation operation = dump(List.of(BtfFormat.values()));
        Path btf = folder.resolve("btf");

        assertThat(operation.write(List.of(object), btf)).isEqualTo(4);
        assertThat(operation.write(List.of(object), btf)).isZero();

        assertThat(btf.resolve("probe.bpf.btf.txt")).content().contains("FUNC 'fine'");
        assertThat(btf.resolve("probe.bpf.btf.h")).content().contains("struct context {");
        assertThat(btf.resolve("probe.bpf.btf.rs")).content().contains("pub struct context{");
        String json = Files.readString(btf.resolve("probe.bpf.btf.json"));
        assertThat(JsonValue.parse(json.strip()).member("types")).isPresent();
    }

    @Test
    void writesOverNoFileThatItReads() throws IOException {
        Linked object = SampleObject.compile(folder, "probe", SampleObject.GOOD, "-g");
        Path other = Files.createSymbolicLink(folder.resolve("other"), object.file());
        byte[] content = Files.readAllBytes(object.file());

        assertThatThrownBy(() -> dump(List.of(BtfFormat.C)).write(object.file(), other))
                .isInstanceOf(BuildFailure.class);
        assertThat(object.file()).hasBinaryContent(content);

        dump(List.of(BtfFormat.C)).write(object.file(), folder.resolve("probe.h"));
        assertThat(folder.resolve("probe.h")).content().contains("struct context {");
    }

    @Test
    void leavesOutObjectsWithoutBtf() throws IOException {
        Linked object = SampleObject.compile(folder, "bare", SampleObject.GOOD);
        assertThat(dump(List.of(BtfFormat.RAW)).write(List.of(object), folder.resolve("btf")))
                .isZero();
        assertThat(log.lines()).singleElement().asString().contains("bare.bpf.o has no BTF");
    }

    @Test
    void readsTheKernelsBareBtf() {
        SampleObject.require(KERNEL);
        String header = dump(List.of(BtfFormat.C), "list_head").text(KERNEL);
        assertThat(header).contains("struct list_head {").hasSizeLessThan(2000);
    }

    @Test
    void readsTheBtfOfAModuleOnThatOfTheKernel() throws IOException {
        SampleObject.require(KERNEL);
        try (var files = Files.list(KERNEL.getParent())) {
            Optional<Path> module =
                    files.filter(file -> !file.equals(KERNEL)).sorted().findFirst();
            if (module.isPresent()) {
                BtfDumpOperation operation =
                        new BtfDumpOperation(List.of(BtfFormat.RAW), List.of(), Optional.of(KERNEL), log);
                assertThat(operation.text(module.get())).startsWith("[");
            }
        }
    }

    @Test
    void namesATypeThatIsNotThere() throws IOException {
        Linked object = SampleObject.compile(folder, "probe", SampleObject.GOOD, "-g");
        assertThatThrownBy(() -> dump(List.of(BtfFormat.C), "no_such_type").text(object.file()))
                .isInstanceOfSatisfying(
                        BuildFailure.class,
                        e -> assertThat(e.sentence()).contains("no_such_type").doesNotContain("\n"));
    }

    @Test
    void namesAFileThatIsNoBtf() throws IOException {
        Path text = Files.writeString(folder.resolve("text"), "no BTF at all");
        assertThatThrownBy(() -> dump(List.of(BtfFormat.RAW)).text(text))
                .isInstanceOfSatisfying(
                        BuildFailure.class, e -> assertThat(e.sentence()).contains(text.toString()));
    }
}
