package io.github.bpflinker.attach;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpflinker.testing.JavaVm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the running kernel may lack: kprobes, trampolines, LSM. Debian's kernel of the virtual machine has them. */
class VmTest {

    private static final String CALLED = "link, getppid true, seen; closed, getppid true, not seen";
    private static final String RENAMED = "link, renamed, seen; closed, renamed, not seen";
    private static final String REFUSED = "link, refused, seen; closed, renamed, not seen";

    @TempDir
    private Path folder;

    @Test
    void attachesToFunctionsOfTheKernel() throws IOException {
        JavaVm vm = JavaVm.require();
        Path object = Files.write(folder.resolve("kernel.bpf.o"), Objects.compiled("kernel"));
        List<String> lines = vm.run(folder, InVm.class, List.of(object));
        assertThat(lines)
                .contains(
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
                        "attach drops: link, sent, seen; closed, sent, not seen");
        assertThat(lines)
                .as("Debian's 6.1 has no fprobes")
                .anyMatch(line -> line.equals("attach probes: " + RENAMED)
                        || (line.startsWith("attach probes: ") && line.contains("(CONFIG_FPROBE)")));
        assertThat(lines)
                .anyMatch(line -> line.contains(
                        "the kernel has no function 'security_inode_renamee'; did you mean security_inode_rename"));
    }
}
