package io.github.bpflinker.attach;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpflinker.load.host.RunningKernel;
import io.github.bpflinker.load.syscall.Command;
import io.github.bpflinker.load.syscall.Errno;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that can close nothing any more. */
class KilledProcessTest {

    @TempDir
    private Path folder;

    private static Command opener(String kind) {
        return switch (kind) {
            case "program" -> Command.PROG_GET_FD_BY_ID;
            case "map" -> Command.MAP_GET_FD_BY_ID;
            default -> Command.LINK_GET_FD_BY_ID;
        };
    }

    private static boolean isThere(String kind, int id) {
        RunningKernel kernel = RunningKernel.ofSystem();
        int fd = kernel.bpf().tryOpenById(opener(kind), id);
        if (fd >= 0) {
            kernel.bpf().calls().close(fd);
        }
        assertThat(fd).satisfiesAnyOf(found -> assertThat(found).isNotNegative(), missing -> assertThat(missing)
                .isEqualTo(-Errno.ENOENT));
        return fd >= 0;
    }

    @Test
    void leavesOnlyWhatIsPinned() throws IOException, InterruptedException {
        try (Network network = Network.create();
                Cgroup cgroup = Cgroup.create()) {
            for (String name : List.of("tracing", "probes", "network", "cgroups")) {
                Files.write(folder.resolve(name + ".o"), Objects.compiled(name));
            }
            Path pin = Path.of("/sys/fs/bpf/killed-" + ProcessHandle.current().pid());
            Process process = start(
                    folder.toString(),
                    cgroup.path().toString(),
                    network.rightFile().toString(),
                    pin.toString());
            try {
                Map<String, Set<Integer>> made = read(process);
                // The one of the clock is none of the kernel: it is one for each CPU.
                assertThat(ids(made, "link")).hasSize(8);
                assertThat(ids(made, "program")).hasSize(11);
                made.forEach((kind, ids) -> assertThat(ids).allMatch(id -> isThere(kind, id)));
                process.destroyForcibly().waitFor();
                assertThat(process.exitValue()).isEqualTo(128 + 9);
                int kept = ids(made, "pinned").iterator().next();
                Objects.await(() -> ids(made, "link").stream().noneMatch(id -> isThere("link", id)));
                // The program of the pinned link, and the two maps that it uses.
                Objects.await(() -> count(made, "program") == 1 && count(made, "map") == 2);
                assertThat(isThere("link", kept)).isTrue();
                Files.delete(pin);
                Objects.await(() -> !isThere("link", kept) && count(made, "program") == 0 && count(made, "map") == 0);
            } finally {
                process.destroyForcibly().waitFor();
                Files.deleteIfExists(pin);
            }
        }
    }

    private static Set<Integer> ids(Map<String, Set<Integer>> made, String kind) {
        return made.getOrDefault(kind, Set.of());
    }

    private static long count(Map<String, Set<Integer>> made, String kind) {
        return ids(made, kind).stream().filter(id -> isThere(kind, id)).count();
    }

    private Process start(String... arguments) throws IOException {
        List<String> command = Stream.concat(
                        Stream.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                AttachesAndWaits.class.getName()),
                        Stream.of(arguments))
                .toList();
        return new ProcessBuilder(command)
                .redirectError(folder.resolve("errors").toFile())
                .start();
    }

    /** The ids that it says, by kind. */
    private Map<String, Set<Integer>> read(Process process) throws IOException {
        Map<String, Set<Integer>> made = new HashMap<>();
        BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
        for (String line = lines.readLine(); !"ready".equals(line); line = lines.readLine()) {
            assertThat(line)
                    .as("ended early: %s", Files.readString(folder.resolve("errors")))
                    .isNotNull();
            String[] words = line.split(" ", -1);
            made.computeIfAbsent(words[0], kind -> new TreeSet<>()).add(Integer.parseInt(words[1]));
        }
        return made;
    }
}
