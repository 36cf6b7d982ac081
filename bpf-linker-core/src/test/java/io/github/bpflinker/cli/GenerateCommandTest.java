package io.github.bpflinker.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpflinker.testing.LoadedSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GenerateCommandTest {

    private static final String SOURCE = """
            struct stats { u64 packets; };
            struct { __uint(type, 1); __uint(max_entries, 16); __type(key, u32); __type(value, struct stats); }
                flows SEC(".maps");
            SEC("xdp") int pass(void *ctx) { u32 key = 0; return bpf_map_lookup_elem(&flows, &key) ? 2 : 1; }
            """;

    @TempDir
    private Path folder;

    private static Run run(String... arguments) {
        return Run.of(
                new Cli((request, onPhase) -> {
                    throw new AssertionError("no link was asked for");
                }),
                arguments);
    }

    @Test
    void writesSourcesAndLeavesThoseThatDoNotChange() throws IOException {
        String object = LoadedSource.compile(folder, "packets", SOURCE).toString();
        String root = folder.resolve("src").toString();
        String[] arguments = {"generate", object, "--package", "com.example.bpf", "-o", root};
        assertThat(run(arguments).exitCode()).isZero();

        Path main = Path.of(root, "com/example/bpf/Packets.java");
        Path struct = Path.of(root, "com/example/bpf/Stats.java");
        assertThat(main)
                .content()
                .contains("public final class Packets", "\"/bpf/packets.o\"", "BpfMap<Long, Stats> flows()");
        assertThat(struct).content().contains("public record Stats(long packets)");

        FileTime old = FileTime.fromMillis(1000);
        Files.setLastModifiedTime(main, old);
        Files.writeString(struct, "other");
        assertThat(run(arguments).exitCode()).isZero();
        assertThat(Files.getLastModifiedTime(main)).isEqualTo(old);
        assertThat(struct).content().contains("public record Stats(long packets)");
    }

    @Test
    void slashesAroundTheFolderOfResourcesDoNotMatter() {
        String object = LoadedSource.compile(folder, "packets", SOURCE).toString();
        for (String resources : new String[] {"bpf", "/bpf/", "bpf//"}) {
            Path root = folder.resolve("src");
            assertThat(run("generate", object, "--package", "a.b", "-o", root.toString(), "--resources", resources)
                            .exitCode())
                    .isZero();
            assertThat(root.resolve("a/b/Packets.java")).content().contains("\"/bpf/packets.o\"");
        }
        Path top = folder.resolve("top");
        run("generate", object, "--package", "a.b", "-o", top.toString(), "--resources", "/");
        assertThat(top.resolve("a/b/Packets.java")).content().contains("\"/packets.o\"");
    }

    @Test
    void aSourceThatCanNotBeReadIsAnErrorThatNamesIt() throws IOException {
        String object = LoadedSource.compile(folder, "packets", SOURCE).toString();
        Path struct = Files.createDirectories(folder.resolve("a/b/Stats.java"));
        Run run = run("generate", object, "--package", "a.b", "-o", folder.toString());
        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err()).startsWith("Error: ").contains(struct.toString()).doesNotContain("Exception");
    }

    @Test
    void saysWhatIsMissing() {
        String object = LoadedSource.compile(folder, "packets", SOURCE).toString();
        assertThat(run("generate", object, "-o", "src").err())
                .isEqualTo(
                        "Error: --package is missing: give one such as com.example.bpf (see bpf-linker generate --help)\n");
        Run unknown = run("generate", object, "-o", folder.toString(), "--package", "a.b", "--type", "event");
        assertThat(unknown.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(unknown.err()).contains("object 'packets' has no struct", "const struct event *unused");
    }
}
