package io.github.bpflinker.load.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpflinker.elf.BpfObject;
import io.github.bpflinker.load.host.RunningKernel;
import io.github.bpflinker.load.syscall.Bpf;
import io.github.bpflinker.load.syscall.Errno;
import io.github.bpflinker.load.verify.LoadResult.Accepted;
import io.github.bpflinker.load.verify.LoadResult.Refused;
import io.github.bpflinker.load.verify.LoadResult.Skipped;
import io.github.bpflinker.load.verify.LoadResult.Unfinished;
import io.github.bpflinker.testing.Command;
import io.github.bpflinker.testing.FailingCalls;
import io.github.bpflinker.testing.Root;
import io.github.bpflinker.testing.Tool;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrialLoaderTest {

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

    /** The verifier follows these loops round by round. */
    private static final String LONG = """
            __attribute__((section("xdp"), used)) int long_loops(int *ctx) {
                volatile int sum = 0;
                for (int i = 0; i < 90000; i++)
                    sum += i & ctx[3];
                return 2;
            }
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

    private static BpfObject read(Path object) throws IOException {
        return BpfObject.read(object.toString(), ByteBuffer.wrap(Files.readAllBytes(object)));
    }

    private static LoadResult load(Path object) throws IOException {
        Root.require();
        LoadResult result = TrialLoader.ofSystem().load(read(object));
        if (result instanceof Skipped skipped && !Boolean.getBoolean("bpf.toolchain.required")) {
            Assumptions.abort(skipped.reason());
        }
        return result;
    }

    private static List<String> accepted(Path object) throws IOException {
        LoadResult result = load(object);
        assertThat(result).isInstanceOf(Accepted.class);
        return ((Accepted) result).names();
    }

    @Test
    void acceptsAGoodObjectAndLeavesNothingBehind() throws IOException {
        assertThat(accepted(compile(GOOD))).containsExactlyInAnyOrder("leaves_nothing", "pass");
        try (var left = Files.walk(Path.of("/sys/fs/bpf"))) {
            assertThat(left).noneMatch(path -> path.endsWith("leaves_nothing"));
        }
    }

    @Test
    void tellsTypeSizeAndLogOfWhatIsAccepted() throws IOException {
        LoadResult result = load(compile(GOOD));
        TriedProgram pass = ((Accepted) result)
                .programs().stream()
                        .filter(program -> program.name().equals("pass"))
                        .findFirst()
                        .orElseThrow();
        assertThat(pass.type()).isEqualTo("xdp");
        assertThat(pass.jitedBytes()).isPositive();
        assertThat(pass.log()).anyMatch(line -> line.startsWith("processed 2 insns"));
    }

    @Test
    void refusesABadObjectWithTheVerifiersLog() throws IOException {
        assertThat(load(compile(BAD))).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.program()).contains("broken");
            assertThat(refused.reason()).contains("invalid mem access");
            assertThat(refused.log()).anyMatch(line -> line.contains("invalid mem access"));
        });
    }

    /** Ends long before a minute, but not within the time that it gets here. */
    @Test
    void endsAVerifierThatTakesTooLong() throws IOException {
        Root.require();
        LoadResult result =
                TrialLoader.ofSystem().withLimit(Duration.ofMillis(1)).load(read(compile(LONG)));
        assertThat(result).isInstanceOfSatisfying(Unfinished.class, unfinished -> assertThat(unfinished.program())
                .isEqualTo("long_loops"));
    }

    /** On a kernel that answers EPERM to everything. */
    private LoadResult loadWithoutPermission(String status, String userMap) throws IOException {
        Root.require();
        Path process = Files.createDirectories(folder.resolve("proc/self"));
        Files.createDirectories(folder.resolve("proc/sys/kernel"));
        Files.writeString(process.resolve("status"), status);
        Files.writeString(process.resolve("uid_map"), userMap);
        Files.writeString(folder.resolve("proc/sys/kernel/osrelease"), "6.12.0\n");
        FailingCalls calls = new FailingCalls((call, command) -> command < 0 ? 0 : Errno.EPERM);
        LoadResult result =
                TrialLoader.of(new RunningKernel(folder, new Bpf(calls))).load(read(compile(GOOD)));
        assertThat(calls.open()).isEmpty();
        return result;
    }

    @Test
    void asksAnOrdinaryUserToBecomeRoot() throws IOException {
        assertThat(loadWithoutPermission("Uid:\t1000\t1000\t1000\t1000\nCapEff:\t0000000000000000\n", MACHINE))
                .isInstanceOfSatisfying(Skipped.class, skipped -> assertThat(skipped.reason())
                        .startsWith("no permission to load: ")
                        .contains("need CAP_BPF", "which this process lacks; run as root, or with"));
    }

    @Test
    void namesTheCapabilitiesThatRootLacksInAContainer() throws IOException {
        assertThat(loadWithoutPermission("Uid:\t0\t0\t0\t0\nCapEff:\t00000000a80425fb\n", MACHINE))
                .isInstanceOfSatisfying(Skipped.class, skipped -> assertThat(skipped.reason())
                        .contains(
                                "which root here lacks", "start the container with --cap-add=BPF", "or --privileged"));
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
                        .contains("BPF_", "seccomp")
                        .doesNotContain("run as root"));
    }

    @Test
    void neitherReusesNorLeavesMapsThatArePinnedByName() throws IOException {
        Path pin = Path.of("/sys/fs/bpf/loader_test_counts");
        assertThat(accepted(compile(PINNED.formatted(64)))).containsExactly("pass");
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
            assertThat(accepted(compile(PINNED.formatted(128)))).containsExactly("pass");
        } finally {
            Files.delete(pin);
        }
    }

    @Test
    void leavesOptionalProgramsToATrialOfTheirOwn() throws IOException {
        Path object = compile(OPTIONAL);
        assertThat(accepted(object)).containsExactly("always");
        TrialLoader here = TrialLoader.ofSystem();
        assertThat(here.load(read(object), new Trial(Optional.of("?socket"))))
                .isInstanceOfSatisfying(
                        Accepted.class, accepted -> assertThat(accepted.names()).containsExactly("asked_for"));
        assertThat(here.load(read(object), new Trial(Optional.of("?xdp")))).isInstanceOf(Refused.class);
    }
}
