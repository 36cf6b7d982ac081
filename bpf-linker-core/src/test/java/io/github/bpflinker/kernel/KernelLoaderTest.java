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

    /** Loaders pin this map as {@code /sys/fs/bpf/loader_test_counts} and look for it there. */
    private static final String PINNED = """
            struct {
                int (*type)[1];
                int (*max_entries)[%d];
                unsigned *key;
                unsigned long *value;
                int (*pinning)[1];
            } loader_test_counts __attribute__((section(".maps"), used));
            static void *(*map_lookup)(void *map, const void *key) = (void *)1;
            __attribute__((section("xdp"), used)) int pass(void *ctx) {
                unsigned key = 0;
                return map_lookup(&loader_test_counts, &key) ? 1 : 2;
            }
            char _license[] __attribute__((section("license"), used)) = "GPL";
            """;

    private static final String OPTIONAL = """
            __attribute__((section("xdp"), used)) int always(void *ctx) { return 2; }
            __attribute__((section("?socket"), used)) int asked_for(void *ctx) { return 0; }
            __attribute__((section("?xdp"), used)) int broken(int *ctx) { return *(int *)(long)ctx[3]; }
            char _license[] __attribute__((section("license"), used)) = "GPL";
            """;

    /** What {@code /proc/self/uid_map} holds outside of user namespaces. */
    private static final String MACHINE = "         0          0 4294967295\n";

    @TempDir
    private Path folder;

    private Path compile(String source) throws IOException {
        Path file = Files.writeString(folder.resolve("a b.c"), source);
        Path object = folder.resolve("a b.o");
        Command.run(
                        Tool.CLANG_22.require().toString(),
                        "--target=bpf",
                        "-O2",
                        "-g",
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

    private KernelLoader withMounts(String bpftool, String mounts) throws IOException {
        Path process = Files.createDirectories(folder.resolve("proc/self"));
        Files.writeString(process.resolve("mounts"), mounts);
        return new KernelLoader(Optional.of(Path.of(bpftool)), folder.resolve("pins"), folder);
    }

    @Test
    void skipsWhereNoBpfFileSystemIsMounted() throws IOException {
        KernelLoader loader = withMounts("/bin/true", "proc /proc proc rw 0 0\n");
        Path pins = folder.resolve("pins");
        assertThat(loader.load(folder))
                .isEqualTo(new Skipped("no BPF file system at " + pins + "; mount -t bpf bpf " + pins));
    }

    /** With a bpftool that answers as if the kernel had said EPERM. */
    private LoadResult loadWithoutPermission(String status, String userMap) throws IOException {
        Path bpftool = Files.writeString(
                folder.resolve("bpftool"),
                "#!/bin/sh\necho \"libbpf: prog 'pass': BPF program load failed: Operation not permitted\" >&2\nexit 255\n");
        assertThat(bpftool.toFile().setExecutable(true)).isTrue();
        Path pins = Files.createDirectory(folder.resolve("pins"));
        KernelLoader loader = withMounts(bpftool.toString(), "bpf " + pins + " bpf rw 0 0\n");
        Files.writeString(folder.resolve("proc/self/status"), status);
        Files.writeString(folder.resolve("proc/self/uid_map"), userMap);
        LoadResult result = loader.load(compile(GOOD));
        assertThat(pins).isEmptyDirectory();
        return result;
    }

    @Test
    void asksAnOrdinaryUserToBecomeRoot() throws IOException {
        assertThat(loadWithoutPermission("Uid:\t1000\t1000\t1000\t1000\nCapEff:\t0000000000000000\n", MACHINE))
                .isEqualTo(new Skipped("no permission to load programs; run as root"));
    }

    @Test
    void namesTheCapabilitiesThatRootLacksInAContainer() throws IOException {
        assertThat(loadWithoutPermission("Uid:\t0\t0\t0\t0\nCapEff:\t00000000a80425fb\n", MACHINE))
                .isEqualTo(new Skipped("no permission to load programs: root here lacks CAP_BPF and CAP_PERFMON and"
                        + " CAP_NET_ADMIN; start the container with --privileged or --cap-add=BPF --cap-add=PERFMON"
                        + " --cap-add=NET_ADMIN"));
    }

    @Test
    void tellsRootOfAUserNamespaceThatItsCapabilitiesDoNotCount() throws IOException {
        assertThat(loadWithoutPermission("Uid:\t0\t0\t0\t0\nCapEff:\t000001ffffffffff\n", "0 1000 1\n"))
                .isInstanceOfSatisfying(Skipped.class, skipped -> assertThat(skipped.reason())
                        .contains("user namespace", "root of the machine")
                        .doesNotContain("run as root;"));
    }

    @Test
    void doesNotAskRootWithAllCapabilitiesToBecomeRoot() throws IOException {
        assertThat(loadWithoutPermission("Uid:\t0\t0\t0\t0\nCapEff:\t000001ffffffffff\nSeccomp:\t2\n", MACHINE))
                .isInstanceOfSatisfying(Skipped.class, skipped -> assertThat(skipped.reason())
                        .contains("prog 'pass': BPF program load failed", "seccomp")
                        .doesNotContain("run as root"));
    }

    @Test
    void neitherReusesNorLeavesMapsThatArePinnedByName() throws IOException {
        Path pin = Path.of("/sys/fs/bpf/loader_test_counts");
        assertThat(load(compile(PINNED.formatted(64)))).isEqualTo(new Accepted(List.of("pass")));
        assertThat(pin).doesNotExist();

        // The map of an application, with other sizes than that of the object.
        Command.run(
                        Tool.BPFTOOL.require().toString(),
                        "map",
                        "create",
                        pin.toString(),
                        "type",
                        "hash",
                        "key",
                        "4",
                        "value",
                        "16",
                        "entries",
                        "7",
                        "name",
                        "other")
                .orFail();
        try {
            assertThat(load(compile(PINNED.formatted(128)))).isEqualTo(new Accepted(List.of("pass")));
        } finally {
            Files.delete(pin);
        }
    }

    @Test
    void leavesOptionalProgramsToATrialOfTheirOwn() throws IOException {
        Path object = compile(OPTIONAL);
        assertThat(load(object)).isEqualTo(new Accepted(List.of("always")));
        assertThat(KernelLoader.ofSystem().load(object, new Trial(Optional.of("?socket"))))
                .isEqualTo(new Accepted(List.of("asked_for")));
        assertThat(KernelLoader.ofSystem().load(object, new Trial(Optional.of("?xdp"))))
                .isInstanceOf(Refused.class);
    }
}
