package io.github.bpflinker.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpflinker.cli.Main;
import io.github.bpflinker.testing.Command;
import io.github.bpflinker.testing.Root;
import io.github.bpflinker.testing.Tool;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the command line says to processes that the kernel permits little: each test is a process with other rights. */
class MissingRightsTest {

    @TempDir
    private Path folder;

    private Path object;

    @BeforeEach
    void compile() {
        Root.require();
        object = LoadObjects.compile(Tool.CLANG_19, folder, "sleepable.bpf.c");
    }

    private String load(Path file, String... rights) {
        List<String> command = new ArrayList<>(List.of(rights));
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "load",
                file.toString()));
        return Command.run(folder, command).orFail();
    }

    @Test
    void rootWithoutCapabilities() {
        assertThat(load(object, "setpriv", "--bounding-set=-all", "--inh-caps=-all"))
                .contains("skipped: no permission to load: ")
                .contains("need CAP_BPF, which root here lacks")
                .contains("start the container with --cap-add=BPF or --privileged");
    }

    /** Maps and their types are made; the programs want more. */
    @Test
    void onlyTheCapabilityForMaps() {
        assertThat(load(object, "setpriv", "--bounding-set=-all,+cap_39", "--inh-caps=-all"))
                .contains("skipped: no permission to load: program 'reads_user_memory'")
                .contains("programs of type kprobe (section uprobe.s) need CAP_PERFMON, which root here lacks")
                .contains("--cap-add=PERFMON");
    }

    @Test
    void networkProgramsNeedAnotherCapability() {
        Path network = LoadObjects.compile(Tool.CLANG_19, folder, "replaced.bpf.c");
        assertThat(load(network, "setpriv", "--bounding-set=-all,+cap_39", "--inh-caps=-all"))
                .contains("programs of type xdp (section xdp) need CAP_NET_ADMIN, which root here lacks");
    }

    @Test
    void rootOfAUserNamespace() {
        String[] namespace = {"unshare", "--user", "--map-root-user"};
        if (Command.run(folder, List.of("unshare", "--user", "--map-root-user", "true"))
                        .exitCode()
                != 0) {
            Assumptions.abort("in a chroot, the kernel makes no user namespaces");
        }
        assertThat(load(object, namespace))
                .contains("skipped: no permission to load: ")
                .contains("this process is in a user namespace")
                .contains("run as root of the machine");
    }

    /** All that the type needs is there, and it is refused: as fentry is on kernels without function tracing. */
    @Test
    void kernelsThatRefuseAType() {
        Path fentry = LoadObjects.compile(Tool.CLANG_19, folder, "function-entry.bpf.c");
        String said = load(fentry);
        assertThat(said)
                .satisfiesAnyOf(text -> assertThat(text).contains(": accepted, 1 loaded: on_entry"), text -> assertThat(
                                text)
                        .contains("this process has the capabilities for it, and a program of type raw_tracepoint"
                                + " loads: this kernel refuses programs of type tracing (section fentry/")
                        .doesNotContain("run as root"));
    }
}
