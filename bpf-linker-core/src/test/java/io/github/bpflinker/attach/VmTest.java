package io.github.bpflinker.attach;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpflinker.testing.JavaVm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the running kernel may lack: kprobes, trampolines, LSM, netkit, replacement of functions. Debian's kernels of the
 * virtual machines have them.
 */
class VmTest {

    private static final String CALLED = "link, getppid true, seen; closed, getppid true, not seen";
    private static final String RENAMED = "link, renamed, seen; closed, renamed, not seen";
    private static final String REFUSED = "link, refused, seen; closed, renamed, not seen";
    private static final String SENT = "link, sent, seen; closed, sent, not seen";
    private static final String[] BOTH = {
        "attach system_call: " + CALLED,
        "attach system_call_return: " + CALLED,
        "attach user_probe: " + CALLED,
        "attach probe: " + RENAMED,
        "attach return_probe: " + RENAMED,
        "attach at_entry: " + RENAMED,
        "attach at_exit: " + RENAMED,
        "attach changes: " + REFUSED,
        "attach guards: " + REFUSED,
        "attach guards_cgroup: " + REFUSED,
        "attach tracepoint: link, slept, seen; closed, slept, not seen",
        "attach drops: " + SENT,
        "attach replacement: returns 2; link, returns 1; closed, returns 2",
        "attach elements: 3=30",
    };

    @TempDir
    private Path folder;

    private List<String> run(String kernel) throws IOException {
        JavaVm vm = JavaVm.require(kernel);
        List<Path> objects = new ArrayList<>();
        for (String name :
                List.of("kernel", "congestion", "iterators", "streams", "../load/replaced", "../load/replacement")) {
            String file = name.substring(name.lastIndexOf('/') + 1) + ".bpf.o";
            objects.add(Files.write(folder.resolve(file), Objects.compiled(name)));
        }
        return vm.run(folder, InVm.class, objects, Congestion.class, NetkitInVm.class);
    }

    private static void saysWhyItRefuses(List<String> lines) {
        assertThat(lines)
                .anyMatch(line -> line.startsWith("fmod_ret/vfs_read: ")
                        && line.endsWith(
                                "vfs_read() is not modifiable; fmod_ret is for functions with error injection and"
                                        + " for security_ hooks; use fentry or fexit to look on"));
        assertThat(lines)
                .anyMatch(line -> line.startsWith("fentry.s/vfs_read: ")
                        && line.endsWith(
                                "vfs_read is not sleepable; programs at that function can't sleep; use the section"
                                        + " without .s"));
        assertThat(lines)
                .anyMatch(line -> line.startsWith("streams: ")
                        && line.contains("Linux 6.17 brought streams of programs, and this kernel is older"));
    }

    @Test
    void attachesInLinux61() throws IOException {
        List<String> lines = run(JavaVm.DEBIAN_12);
        assertThat(lines).contains(BOTH);
        saysWhyItRefuses(lines);
        assertThat(lines)
                .as("before links of operations")
                .contains("attach congestion: no link, sent, seen; closed, ENOENT");
        assertThat(lines)
                .as("Debian's 6.1 has no fprobes")
                .anyMatch(line -> line.startsWith("attach probes: ") && line.contains("(CONFIG_FPROBE)"));
        assertThat(lines)
                .anyMatch(line -> line.contains(
                        "the kernel has no function 'security_inode_renamee'; did you mean security_inode_rename"));
    }

    @Test
    void attachesInLinux612() throws IOException {
        List<String> lines = run(JavaVm.DEBIAN_13);
        saysWhyItRefuses(lines);
        assertThat(lines)
                .anyMatch(line -> line.startsWith("attach never_returns: failed: ")
                        && line.endsWith("__noreturn functions is rejected; the function never returns and has no exit;"
                                + " trace its entry with fentry"));
        assertThat(lines)
                .contains(BOTH)
                .contains(
                        "attach probes: " + RENAMED,
                        "attach session: " + RENAMED,
                        "attach many: " + RENAMED,
                        "attach leaves_primary: " + SENT,
                        "attach leaves_peer: " + SENT,
                        "attach congestion: link, sent, seen; closed, ENOENT");
    }
}
