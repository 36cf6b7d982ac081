package io.github.bpflinker.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bpflinker.load.host.RunningKernel;
import io.github.bpflinker.load.plan.LoadPlan;
import io.github.bpflinker.load.plan.Planner;
import io.github.bpflinker.load.syscall.Bpf;
import io.github.bpflinker.load.syscall.Errno;
import io.github.bpflinker.map.BpfMap;
import io.github.bpflinker.testing.Command;
import io.github.bpflinker.testing.FailingCalls;
import io.github.bpflinker.testing.Root;
import io.github.bpflinker.testing.Tool;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever was opened is closed again: after closing, and when loading fails at any of its steps. */
class LeakTest {

    private static final int ROUNDS = 1_000;

    @TempDir
    private Path folder;

    @BeforeEach
    void needsRoot() {
        Root.require();
    }

    private LoadPlan plan(String source) throws IOException {
        Path object = LoadObjects.compile(Tool.CLANG_19, folder, source);
        return Planner.plan(object.toString(), ByteBuffer.wrap(Files.readAllBytes(object)));
    }

    /** In a kernel of its own, whose calls nobody else makes. */
    @Test
    void loadsAndClosesAThousandTimes() throws IOException {
        LoadPlan plan = plan("tail-calls.bpf.c");
        FailingCalls calls = new FailingCalls((call, command) -> 0);
        RunningKernel kernel = new RunningKernel(Path.of("/"), new Bpf(calls));
        for (int round = 0; round < ROUNDS; round++) {
            try (LoadedObject object = BpfLoader.of(plan).into(kernel).load()) {
                assertThat(object.programs()).hasSize(3);
                assertThat(calls.open()).hasSizeGreaterThanOrEqualTo(4);
            }
        }
        assertThat(calls.open()).isEmpty();
    }

    /**
     * Makes each call fail in its turn; each error is one that the call can give. Calls that only find out what the kernel
     * can do may fail without harm.
     */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "tail-calls.bpf.c",
                "maps-in-maps.bpf.c",
                "globals.bpf.c",
                "every-map-type.bpf.c",
                "kfuncs.bpf.c",
                "kconfig.bpf.c"
            })
    void leavesNothingOpenWhereverItFails(String source) throws IOException {
        LoadPlan plan = plan(source);
        int failures = 0;
        for (int errno : List.of(Errno.EPERM, Errno.EINVAL, Errno.ENOMEM, Errno.EMFILE)) {
            int last = Integer.MAX_VALUE;
            for (int failing = 0; failing < last; failing++) {
                int number = failing;
                // Three in a row: some calls are made again in another way.
                FailingCalls calls =
                        new FailingCalls((call, command) -> call >= number && call < number + 3 ? errno : 0);
                RunningKernel kernel = new RunningKernel(Path.of("/"), new Bpf(calls));
                try (LoadedObject object =
                        BpfLoader.of(plan).into(kernel).withoutPins().load()) {
                    assertThat(object.programs()).isNotEmpty();
                } catch (LoadException e) {
                    failures++;
                    assertThat(e.getMessage()).isNotBlank().doesNotContain("\n");
                }
                assertThat(calls.open())
                        .as("errno %s of call %s", errno, number)
                        .isEmpty();
                assertThat(calls.mapped()).hasSizeLessThanOrEqualTo(1);
                last = calls.made();
            }
        }
        assertThat(failures).isGreaterThan(3);
    }

    /** In a process of its own, whose limit is as many files as are open, and more and more. */
    @Test
    void leavesNothingOpenWithTooFewFiles() {
        List<String> said = underLimits("files");
        assertThat(said.get(0)).isEqualTo("loaded 3");
        assertThat(said.subList(1, said.size()))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line)
                        .matches(
                                "0 left: (loaded 3|.*too many open files \\(EMFILE\\) from .*: this process has as many"
                                        + " files open as it may; raise the limit with ulimit -n, or close some)"))
                .anyMatch(line -> line.contains("from BPF_MAP_CREATE"))
                .anyMatch(line -> line.contains("from BPF_PROG_LOAD"))
                .endsWith("0 left: loaded 3");
    }

    /** In a process of its own, with a filter that lets a command of bpf(2) fail. */
    @ParameterizedTest
    @CsvSource({
        "0, 1, (EPERM) from BPF_MAP_CREATE: this process has the capabilities for it, but a seccomp filter watches it",
        "5, 38, (ENOSYS) from BPF_PROG_LOAD: a seccomp filter takes this call away",
        "2, 28, (ENOSPC) from BPF_MAP_UPDATE_ELEM",
        "18, 1, (EPERM) from BPF_BTF_LOAD: this process has the capabilities for it, but a seccomp filter watches it"
    })
    void leavesNothingOpenBehindAFilter(int command, int errno, String message) {
        assertThat(underLimits("calls", Integer.toString(command), Integer.toString(errno)))
                .last()
                .asString()
                .startsWith("0 left: ")
                .contains(message);
    }

    private List<String> underLimits(String... limits) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                UnderLimits.class.getName()));
        command.addAll(List.of(limits));
        command.add(
                LoadObjects.compile(Tool.CLANG_19, folder, "core-missing.bpf.c").toString());
        command.add(
                LoadObjects.compile(Tool.CLANG_19, folder, "tail-calls.bpf.c").toString());
        return Command.run(folder, command).orFail().lines().toList();
    }

    @Test
    void whatWasClosedCanNotBeUsed() throws IOException {
        LoadPlan plan = plan("tail-calls.bpf.c");
        LoadedObject object = BpfLoader.of(plan).load();
        BpfMap<byte[], byte[]> map = BpfMap.ofBytes(object.map("steps"));
        LoadedProgram program = object.program("first");
        assertThat(program.info().name()).isEqualTo("first");
        object.close();
        object.close();
        assertThatThrownBy(() -> map.lookup(new byte[4])).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(program::info)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("is closed");
    }

    /** A map keeps its object open; when neither is reachable, the kernel gets everything back. */
    @Test
    void whatWasForgottenIsUnloaded() throws Exception {
        FailingCalls calls = new FailingCalls((call, command) -> 0);
        RunningKernel kernel = new RunningKernel(Path.of("/"), new Bpf(calls));
        LoadedMap map =
                BpfLoader.of(plan("callbacks.bpf.c")).into(kernel).load().map("elements");
        System.gc();
        assertThat(BpfMap.ofBytes(map).lookup(new byte[4])).isPresent();
        map = null;
        for (int wait = 0; wait < 200 && !calls.open().isEmpty(); wait++) {
            System.gc();
            Thread.sleep(20);
        }
        assertThat(calls.open()).isEmpty();
        assertThat(map).isNull();
    }
}
