package io.github.bpflinker.attach;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpflinker.testing.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes with fewer capabilities than attaching needs; those for loading they have. */
class MissingAttachRightsTest {

    private static final String BPF = "+cap_39";
    private static final String PERFMON = "+cap_38";
    private static final String NET_ADMIN = "+net_admin";

    @TempDir
    private Path folder;

    private String attach(List<String> rights, String source, String... arguments) throws IOException {
        Path object = Files.write(folder.resolve(source + ".o"), Objects.compiled(source));
        List<String> command = new ArrayList<>(
                List.of("setpriv", "--bounding-set=-all," + String.join(",", rights), "--inh-caps=-all"));
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                AttachesOnce.class.getName(),
                object.toString()));
        command.addAll(List.of(arguments));
        return Command.run(folder, command).orFail();
    }

    /** Programs for packets of a cgroup are loaded without CAP_NET_ADMIN, which is asked for when they are attached. */
    @Test
    void cgroupsNeedAnotherCapability() throws IOException {
        try (Cgroup cgroup = Cgroup.create()) {
            String path = cgroup.path().toString();
            assertThat(attach(List.of(BPF), "cgroups", "leaves", path))
                    .contains("program 'leaves' can't be attached to cgroup " + path + ": such links need"
                            + " CAP_NET_ADMIN, which root here lacks")
                    .contains("--cap-add=NET_ADMIN");
            assertThat(attach(List.of(BPF, NET_ADMIN), "cgroups", "leaves", path))
                    .contains("attached program 'leaves'");
        }
    }

    /** Older kernels, and stable ones from before 2025, take CAP_PERFMON. */
    @Test
    void uprobesNeedAnotherCapability() throws IOException {
        String said = attach(List.of(BPF, PERFMON), "kernel", "user_probe");
        if (!said.contains("attached program")) {
            assertThat(said)
                    .contains("need CAP_SYS_ADMIN, which root here lacks")
                    .contains("--cap-add=SYS_ADMIN");
        }
        assertThat(attach(List.of(BPF, PERFMON, "+sys_admin"), "kernel", "user_probe"))
                .contains("attached program 'user_probe'");
    }

    @Test
    void tracefsIsForRoot() throws IOException {
        Assumptions.assumeFalse(
                Files.isDirectory(Path.of("/sys/kernel/tracing/events"))
                        || Files.isDirectory(Path.of("/sys/kernel/debug/tracing/events")),
                "tracefs is mounted");
        assertThat(attach(List.of(BPF, PERFMON), "tracing", "on_tracepoint"))
                .contains("tracefs, which tells the numbers of tracepoints, can't be read: operation not permitted"
                        + " (EPERM); it is for root only (CAP_SYS_ADMIN)")
                .contains("mount -t tracefs");
    }
}
