package io.github.bpflinker.maven.btf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bpflinker.maven.BuildFailure;
import io.github.bpflinker.maven.Reason;
import io.github.bpflinker.maven.project.ProjectObjects.Linked;
import io.github.bpflinker.maven.testing.SampleObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VmlinuxOperationTest {

    private static final Path KERNEL = Path.of("/sys/kernel/btf/vmlinux");

    @TempDir
    private Path folder;

    @Test
    void writesAHeaderThatClangAccepts() throws IOException {
        SampleObject.require(KERNEL);
        assertThat(VmlinuxOperation.run(KERNEL, List.of(), folder.resolve("vmlinux.h")))
                .isTrue();
        Linked object = SampleObject.compile(folder, "tasks", """
                #include "vmlinux.h"
                __attribute__((section("kprobe/x"), used)) int pid(struct task_struct *task) { return task->pid; }
                """, "-g", "-I.");
        assertThat(object.file()).isNotEmptyFile();
    }

    @Test
    void leavesTheFileAloneThatSaysTheSame() throws IOException {
        SampleObject.require(KERNEL);
        Path header = folder.resolve("deep/er/vmlinux.h");
        FileTime old = FileTime.fromMillis(1_000_000_000_000L);
        assertThat(VmlinuxOperation.run(KERNEL, List.of("list_head"), header)).isTrue();
        Files.setLastModifiedTime(header, old);

        assertThat(VmlinuxOperation.run(KERNEL, List.of("list_head"), header)).isFalse();

        assertThat(Files.getLastModifiedTime(header)).isEqualTo(old);
        assertThat(VmlinuxOperation.run(KERNEL, List.of("hlist_head"), header)).isTrue();
        assertThat(header.getParent()).isDirectoryNotContaining("glob:**.tmp");
    }

    @Test
    void saysWhatHelpsWhereTheKernelHasNoBtf() {
        assertThatThrownBy(() -> VmlinuxOperation.run(folder.resolve("none"), List.of(), folder.resolve("h")))
                .isInstanceOfSatisfying(BuildFailure.class, e -> {
                    assertThat(e.reason()).isInstanceOf(Reason.KernelWithoutBtf.class);
                    assertThat(e.sentence()).contains("CONFIG_DEBUG_INFO_BTF", "-Dbpf.vmlinux.btf=");
                });
    }
}
