package io.github.bpflinker.load.bind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.bpflinker.btf.Btf;
import io.github.bpflinker.btf.BtfReader;
import io.github.bpflinker.btf.BtfWriter;
import io.github.bpflinker.load.plan.PlanOptions;
import io.github.bpflinker.testing.Command;
import io.github.bpflinker.testing.Compiler;
import io.github.bpflinker.testing.Tool;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the kernel gets of an object is to the byte what libbpf gives it: definitions of maps, instructions, BTF. */
class LibbpfComparisonTest {

    @TempDir
    private static Path folder;

    private static Path handOver;

    @BeforeAll
    static void compilesTheProgramThatUsesLibbpf() throws IOException {
        Tool.KERNEL_BTF.require();
        Tool.LIBBPF_HEADERS.require();
        assumeTrue(System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux"), "needs Linux");
        assumeTrue(Command.run("id", "-u").output().strip().equals("0"), "needs root: libbpf makes maps");
        Path source = Compiler.write(folder, "hand-over.c", Objects.text("hand-over.c"));
        handOver = folder.resolve("hand-over");
        Command.run(Tool.CLANG_19.require().toString(), "-O1", source.toString(), "-o", handOver.toString(), "-lbpf")
                .orFail();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "maps",
                "maps-in-maps",
                "globals",
                "functions",
                "externs",
                "operations",
                "core-fields",
                "core-missing",
                "core-types"
            })
    void isTheSameOnTheRunningKernel(String name) {
        Path object = Objects.compile(name);
        assertThat(ours(object, FileHost.running())).isEqualTo(libbpfs("-", object));
    }

    @ParameterizedTest
    @CsvSource({
        "5.10, core-fields", "5.10, core-missing", "5.10, core-types",
        "6.1, core-fields", "6.1, core-missing", "6.1, core-types",
        "6.12, core-fields", "6.12, core-missing", "6.12, core-types",
        "7.3, core-fields", "7.3, core-missing", "7.3, core-types"
    })
    void relocatesTheSameAgainstOtherKernels(String kernel, String name) throws IOException {
        Path btf = Files.write(folder.resolve(kernel + ".btf"), Objects.resource("kernels/" + kernel + ".btf"));
        Path object = Objects.compile(name);
        assertThat(ours(object, FileHost.withTypes(FileHost.read(btf)))).isEqualTo(libbpfs(btf.toString(), object));
    }

    @ParameterizedTest
    @ValueSource(strings = {"core-fields", "core-missing"})
    void relocatesTheSameAgainstMinimalTypes(String name) throws IOException {
        Path object = Objects.compile(name);
        Btf kernel = BtfReader.read("6.12", ByteBuffer.wrap(Objects.resource("kernels/6.12.btf")));
        byte[] minimal = BtfWriter.write(MinimalBtf.of(kernel, List.of(Objects.plan(object, PlanOptions.none()))));
        Path all = Files.write(folder.resolve("all.btf"), Objects.resource("kernels/6.12.btf"));
        Path some = Files.write(folder.resolve("some.btf"), minimal);
        assertThat(libbpfs(some.toString(), object)).isEqualTo(libbpfs(all.toString(), object));
        assertThat(ours(object, FileHost.withTypes(FileHost.read(some)))).isEqualTo(libbpfs(some.toString(), object));
    }

    private static List<String> ours(Path object, Host host) {
        return BoundText.of(Binder.bind(Objects.plan(object, PlanOptions.none()), host));
    }

    private static List<String> libbpfs(String btf, Path object) {
        return Command.run(handOver.toString(), btf, object.toString())
                .orFail()
                .lines()
                .toList();
    }
}
