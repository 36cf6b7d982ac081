package io.github.bpflinker.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpflinker.kernel.LoadResult.Accepted;
import io.github.bpflinker.kernel.LoadResult.Refused;
import io.github.bpflinker.kernel.LoadResult.Skipped;
import io.github.bpflinker.testing.Command;
import io.github.bpflinker.testing.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KernelLoaderTest {

    private static final String GOOD = """
            __attribute__((section("xdp"), used)) int pass(void *ctx) { return 2; }
            __attribute__((section("socket"), used)) int leaves_nothing(void *ctx) { return 0; }
            char _license[] __attribute__((section("license"), used)) = "GPL";
            """;

    /** Takes a number for a pointer. */
    private static final String BAD = """
            __attribute__((section("xdp"), used)) int broken(int *ctx) { return *(int *)(long)ctx[3]; }
            char _license[] __attribute__((section("license"), used)) = "GPL";
            """;

    @TempDir
    private Path folder;

    private Path compile(String source) throws IOException {
        Path file = Files.writeString(folder.resolve("a b.c"), source);
        Path object = folder.resolve("a b.o");
        Command.run(
                        Tool.CLANG_22.require().toString(),
                        "--target=bpf",
                        "-O2",
                        "-c",
                        file.toString(),
                        "-o",
                        object.toString())
                .orFail();
        return object;
    }

    private static LoadResult load(Path object) throws IOException {
        Tool.BPFTOOL.require();
        LoadResult result = KernelLoader.ofSystem().load(object);
        if (result instanceof Skipped skipped && !Boolean.getBoolean("bpf.toolchain.required")) {
            Assumptions.abort(skipped.reason());
        }
        return result;
    }

    @Test
    void acceptsAGoodObjectAndLeavesNothingBehind() throws IOException {
        assertThat(load(compile(GOOD))).isEqualTo(new Accepted(List.of("leaves_nothing", "pass")));
        try (var left = Files.walk(Path.of("/sys/fs/bpf"))) {
            assertThat(left).noneMatch(path -> path.endsWith("leaves_nothing"));
        }
    }

    @Test
    void refusesABadObjectWithTheVerifiersLog() throws IOException {
        LoadResult result = load(compile(BAD));
        assertThat(result).isInstanceOf(Refused.class);
        assertThat(((Refused) result).log()).contains("invalid mem access");
    }

    @Test
    void refusesAFileThatIsNoObject() throws IOException {
        assertThat(load(Files.writeString(folder.resolve("text"), "text"))).isInstanceOf(Refused.class);
    }

    @Test
    void skipsWithoutBpftool() throws IOException {
        KernelLoader loader = new KernelLoader(Optional.empty(), folder, folder);
        assertThat(loader.load(folder)).isEqualTo(new Skipped("no bpftool found; apt-get install bpftool"));
    }

    @Test
    void skipsWhereNoBpfFileSystemIsMounted() throws IOException {
        Path mounts = Files.writeString(folder.resolve("mounts"), "proc /proc proc rw 0 0\n");
        KernelLoader loader = new KernelLoader(Optional.of(Path.of("/bin/true")), folder, mounts);
        assertThat(loader.load(folder))
                .isEqualTo(new Skipped("no BPF file system at " + folder + "; mount -t bpf bpf " + folder));
    }

    @Test
    void skipsWithoutPermissionAndRemovesItsFolder() throws IOException {
        Path bpftool = Files.writeString(
                folder.resolve("bpftool"), "#!/bin/sh\necho 'Error: Operation not permitted' >&2\nexit 255\n");
        assertThat(bpftool.toFile().setExecutable(true)).isTrue();
        Path pins = Files.createDirectory(folder.resolve("pins"));
        Path mounts = Files.writeString(folder.resolve("mounts"), "bpf " + pins + " bpf rw 0 0\n");
        KernelLoader loader = new KernelLoader(Optional.of(bpftool), pins, mounts);
        assertThat(loader.load(folder.resolve("x.o")))
                .isEqualTo(new Skipped("no permission to load programs; run as root"));
        assertThat(pins).isEmptyDirectory();
    }
}
