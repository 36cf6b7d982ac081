package io.github.bpflinker.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bpflinker.load.host.RunningKernel;
import io.github.bpflinker.testing.Command;
import io.github.bpflinker.testing.Root;
import io.github.bpflinker.testing.Tool;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process in a user namespace loads what root of the machine delegated to its BPF file system. */
class TokenTest {

    private static final int FIRST = 6 << 16 | 9 << 8;
    private static final int PIDFD_OPEN = 434;
    private static final int PIDFD_GETFD = 438;
    private static final int FSCONFIG = 431;
    private static final int SET_STRING = 1;
    private static final int CREATE = 6;

    @TempDir
    private Path folder;

    @BeforeEach
    void needsTokens() {
        Root.require();
        if (RunningKernel.ofSystem().versionCode() < FIRST) {
            Assumptions.abort("Linux 6.9 brought tokens");
        }
        if (Command.run(folder, List.of("unshare", "--user", "--map-root-user", "true"))
                        .exitCode()
                != 0) {
            Assumptions.abort("in a chroot, the kernel makes no user namespaces");
        }
    }

    /** What the process in the namespace prints. */
    private List<String> inNamespace(Map<String, String> delegated, String... sources) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                "unshare",
                "--user",
                "--map-root-user",
                "--mount",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                InUserNamespace.class.getName(),
                Files.createDirectory(folder.resolve("mount")).toString()));
        for (String source : sources) {
            command.add(LoadObjects.compile(Tool.CLANG_19, folder, source).toString());
        }
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        List<String> lines = new ArrayList<>();
        try (OutputStream input = process.getOutputStream();
                BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            delegate(process.pid(), Integer.parseInt(String.valueOf(output.readLine())), delegated);
            input.write('\n');
            input.flush();
            output.lines().forEach(lines::add);
        }
        process.waitFor();
        return lines;
    }

    /** Only root of the machine can. */
    private static void delegate(long process, int context, Map<String, String> delegated) throws IOException {
        InUserNamespace.LibC calls = InUserNamespace.LibC.CALLS;
        long pidfd = calls.syscall(PIDFD_OPEN, process, 0);
        long taken = calls.syscall(PIDFD_GETFD, pidfd, context, 0);
        assertThat(taken).isPositive();
        delegated.forEach((option, value) -> assertThat(calls.syscall(FSCONFIG, taken, SET_STRING, option, value, 0))
                .as(option)
                .isZero());
        assertThat(calls.syscall(FSCONFIG, taken, CREATE, 0L, 0L, 0)).isZero();
        RunningKernel.ofSystem().bpf().calls().close((int) taken);
        RunningKernel.ofSystem().bpf().calls().close((int) pidfd);
    }

    @Test
    void loadsWhatIsDelegated() throws Exception {
        List<String> lines = inNamespace(
                Map.of(
                        "delegate_cmds", "any",
                        "delegate_maps", "any",
                        "delegate_progs", "any",
                        "delegate_attachs", "any"),
                "socket-filter.bpf.c",
                "globals.bpf.c",
                "tail-calls.bpf.c");
        assertThat(lines.get(0))
                .startsWith("without a token, socket-filter.bpf.o: map 'counts': operation not permitted (EPERM)")
                .contains("or give a token of a BPF file system that was delegated to this namespace (Linux 6.9)");
        assertThat(lines)
                .contains(
                        "with a token, socket-filter.bpf.o: 1 loaded, 1 maps, types true",
                        "with a token, globals.bpf.o: 1 loaded, 7 maps, types true",
                        "with a token, tail-calls.bpf.o: 3 loaded, 1 maps, types true");
        assertThat(lines.get(lines.size() - 1))
                .startsWith("token of ")
                .contains("(EINVAL) from BPF_TOKEN_CREATE: that is not the root of a BPF file system; mount one");
    }

    @Test
    void saysWhatIsNotDelegated() throws Exception {
        List<String> lines = inNamespace(
                Map.of("delegate_cmds", "map_create:prog_load", "delegate_maps", "array"), "socket-filter.bpf.c");
        assertThat(lines.get(1))
                .isEqualTo(
                        "with a token, socket-filter.bpf.o: program 'counts_packets': operation not permitted (EPERM)"
                                + " from BPF_PROG_LOAD: the token does not permit programs of type socket_filter (section socket),"
                                + " or this process lacks the capabilities for it in its user namespace; mount the BPF file system"
                                + " of the token with delegate_cmds, delegate_maps, delegate_progs and delegate_attachs that"
                                + " include it, and run as root of the namespace");
    }

    @Test
    void saysThatNothingIsDelegated() throws Exception {
        assertThat(inNamespace(Map.of(), "socket-filter.bpf.c"))
                .anyMatch(
                        line -> line.contains("(ENOENT) from BPF_TOKEN_CREATE: that BPF file system was mounted without"
                                + " delegating anything; mount one in the user namespace, with options such as"
                                + " delegate_cmds=any that root of the machine sets"));
    }

    @Test
    void rootOfTheMachineNeedsNone() {
        assertThatThrownBy(() -> BpfToken.of(Path.of("/sys/fs/bpf")))
                .isInstanceOf(LoadException.class)
                .hasMessageContaining("this process is not in a user namespace, where no token is needed");
    }
}
