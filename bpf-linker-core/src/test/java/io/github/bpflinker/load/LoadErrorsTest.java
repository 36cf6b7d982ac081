package io.github.bpflinker.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.bpflinker.elf.BpfObject;
import io.github.bpflinker.load.host.RunningKernel;
import io.github.bpflinker.load.syscall.Bpf;
import io.github.bpflinker.load.syscall.Errno;
import io.github.bpflinker.testing.Command;
import io.github.bpflinker.testing.FailingCalls;
import io.github.bpflinker.testing.Root;
import io.github.bpflinker.testing.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each failure is a sentence with what, why and the remedy, and the same as data. */
class LoadErrorsTest {

    private static final int MAP_CREATE = 0;

    @TempDir
    private Path folder;

    @BeforeEach
    void needsRoot() {
        Root.require();
    }

    private BpfLoader loader(String source) throws IOException {
        return BpfLoader.of(BpfObject.read(LoadObjects.compile(Tool.CLANG_19, folder, source)))
                .withoutPins();
    }

    private static LoadException failure(BpfLoader loader) {
        LoadException failure =
                catchThrowableOfType(LoadException.class, () -> loader.load().close());
        assertThat(failure).isNotNull();
        assertThat(failure.getMessage()).doesNotContain("\n");
        return failure;
    }

    /** One that says it is of that release, in a folder that holds nothing else. */
    private RunningKernel kernel(String release, FailingCalls calls) throws IOException {
        Path process = Files.createDirectories(folder.resolve("proc/sys/kernel"));
        Files.writeString(process.resolve("osrelease"), release + "\n");
        Path processors = Files.createDirectories(folder.resolve("sys/devices/system/cpu"));
        Files.writeString(processors.resolve("possible"), "0-3\n");
        return new RunningKernel(folder, new Bpf(calls));
    }

    @Test
    void saysWhichFileOfTheKernelIsMissing() throws IOException {
        FailingCalls calls = new FailingCalls((call, command) -> 0);
        assertThat(failure(loader("every-map-type.bpf.c").into(new RunningKernel(folder, new Bpf(calls)))))
                .hasMessageContaining("a fact of the running kernel can't be read")
                .hasMessageContaining("no such file or folder");
    }

    @Test
    void namesWhatTheKernelDoesNotHaveWhereTheVerifierReachesIt() throws IOException {
        LoadException failure = failure(loader("core-missing.bpf.c"));
        assertThat(failure)
                .hasMessageContaining("the kernel refuses program 'unguarded': it needs ")
                .hasMessageContaining("no_kernel_has_this")
                .hasMessageContaining("; ask for it with bpf_core_field_exists");
        assertThat(failure.errno()).hasValue(Errno.EINVAL);
        assertThat(failure.verifierLog()).isNotEmpty();
    }

    @Test
    void namesTheReleaseThatBroughtAMap() throws IOException {
        FailingCalls calls = new FailingCalls((call, command) -> command == MAP_CREATE ? Errno.EINVAL : 0);
        LoadException failure = failure(loader("events.bpf.c").into(kernel("5.4.0-1", calls)));
        assertThat(failure)
                .hasMessage("map 'events': invalid argument (EINVAL) from BPF_MAP_CREATE: Linux 5.8 brought"
                        + " BPF_MAP_TYPE_RINGBUF, and this is Linux 5.4; use a newer kernel");
        assertThat(calls.open()).isEmpty();
    }

    @Test
    void saysThatAKernelWithoutTypesCanNotAdaptAProgram() throws IOException {
        FailingCalls calls = new FailingCalls((call, command) -> 0);
        assertThat(failure(loader("core-fields.bpf.c").into(kernel("6.1.0", calls))))
                .hasMessageContaining("BTF")
                .hasMessageContaining("kernel");
        assertThat(calls.open()).isEmpty();
    }

    @Test
    void saysWhichFieldOfAPinnedMapIsAnother() throws IOException {
        Path pins = Path.of("/sys/fs/bpf/load-errors-" + ProcessHandle.current().pid());
        Path pin = pins.resolve("queue");
        BpfObject object = BpfObject.read(LoadObjects.compile(Tool.CLANG_19, folder, "every-map-type.bpf.c"));
        try (LoadedObject first =
                BpfLoader.of(object).map("queue", map -> map.pinAt(pin)).load()) {
            try (LoadedObject second =
                    BpfLoader.of(object).map("queue", map -> map.pinAt(pin)).load()) {
                assertThat(first.map("queue").isReused()).isFalse();
                assertThat(second.map("queue").isReused()).isTrue();
                assertThat(second.map("queue").info().id())
                        .isEqualTo(first.map("queue").info().id());
            }
            LoadException failure = failure(
                    BpfLoader.of(object).map("queue", map -> map.maxEntries(21).pinAt(pin)));
            assertThat(failure)
                    .hasMessageContaining("map 'queue' is pinned at " + pin
                            + " with max_entries 20, and the object asks" + " for 21");
            assertThat(failure.problem())
                    .isEqualTo(new LoadProblem.PinnedMapDiffers("queue", pin, "max_entries", "20", "21"));
        } finally {
            Files.deleteIfExists(pin);
            Files.deleteIfExists(pins);
        }
    }

    @Test
    void takesAwayThePinsOfAnObjectThatFails() throws IOException {
        Path pins = Path.of("/sys/fs/bpf/load-fails-" + ProcessHandle.current().pid());
        BpfObject maps = BpfObject.read(LoadObjects.compile(Tool.CLANG_19, folder, "callbacks.bpf.c"));
        FailingCalls calls = new FailingCalls((call, command) -> command == 5 ? Errno.EPERM : 0);
        try {
            failure(BpfLoader.of(maps)
                    .into(new RunningKernel(Path.of("/"), new Bpf(calls)))
                    .map("elements", map -> map.pinAt(pins.resolve("elements"))));
            assertThat(pins.resolve("elements")).doesNotExist();
        } finally {
            Files.deleteIfExists(pins);
        }
    }

    @Test
    void saysWhatAnObjectHasInPlaceOfWhatItHasNot() throws IOException {
        assertThat(failure(loader("tail-calls.bpf.c").program("frist", program -> program.load(false))))
                .hasMessage("the object has no program 'frist'; it has first, last, starts");
        assertThat(failure(loader("tail-calls.bpf.c").map("stepz", map -> map.maxEntries(3))))
                .hasMessage("the object has no map 'stepz'; it has steps");
        assertThat(failure(loader("tail-calls.bpf.c").global("limit", 3)))
                .hasMessageContaining("no global variable 'limit'");
    }

    @Test
    void numbersThatDoNotFitAreRefused() throws IOException {
        assertThatThrownBy(() -> loader("tail-calls.bpf.c").map("steps", map -> map.maxEntries(0)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** Compilers that do not optimize leave parameters without names in BTF. */
    @Test
    void typesThatTheKernelRefusesAreLeftOut() throws IOException {
        Path file = folder.resolve("not-optimized.bpf.o");
        Command.run(
                        Tool.CLANG_19.require().toString(),
                        "--target=bpf",
                        "-O0",
                        "-g",
                        "-I/usr/include/" + System.getProperty("os.arch").replace("amd64", "x86_64") + "-linux-gnu",
                        "-c",
                        LoadObjects.SOURCES.resolve("replaced.bpf.c").toString(),
                        "-o",
                        file.toString())
                .orFail();
        BpfObject object = BpfObject.read(file);
        try (LoadedObject loaded = BpfLoader.of(object).load()) {
            assertThat(loaded.program("asks").info().btfId()).isZero();
        }
        assertThat(failure(BpfLoader.of(object).requireTypes()))
                .hasMessageContaining(
                        "types of object 'not-optimized': invalid argument (EINVAL) from BPF_BTF_LOAD: the"
                                + " kernel says of them: ")
                .hasMessageEndingWith("; link the object again with --btf");
    }
}
