package io.github.bpflinker.maven.btf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bpflinker.maven.BuildFailure;
import io.github.bpflinker.maven.Reason;
import io.github.bpflinker.maven.btf.VmlinuxOperation.Result;
import io.github.bpflinker.maven.project.Layout;
import io.github.bpflinker.maven.project.ProjectObjects.Linked;
import io.github.bpflinker.maven.testing.QuietLog;
import io.github.bpflinker.maven.testing.SampleObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VmlinuxOperationTest {

    private static final Path KERNEL = Path.of("/sys/kernel/btf/vmlinux");

    @TempDir
    private Path folder;

    @Test
    void writesAHeaderThatClangAccepts() throws IOException {
        SampleObject.require(KERNEL);
        assertThat(writesHeader(KERNEL, List.of(), folder.resolve("vmlinux.h"))).isTrue();
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
        assertThat(writesHeader(KERNEL, List.of("list_head"), header)).isTrue();
        Files.setLastModifiedTime(header, old);

        assertThat(writesHeader(KERNEL, List.of("list_head"), header)).isFalse();

        assertThat(Files.getLastModifiedTime(header)).isEqualTo(old);
        assertThat(writesHeader(KERNEL, List.of("hlist_head"), header)).isTrue();
        assertThat(header.getParent()).isDirectoryNotContaining("glob:**.tmp");
    }

    @Test
    void saysWhatHelpsWhereTheKernelHasNoBtf() {
        assertThatThrownBy(() -> writesHeader(folder.resolve("none"), List.of(), folder.resolve("h")))
                .isInstanceOfSatisfying(BuildFailure.class, e -> {
                    assertThat(e.reason()).isInstanceOf(Reason.KernelWithoutBtf.class);
                    assertThat(e.sentence()).contains("CONFIG_DEBUG_INFO_BTF", "-Dbpf.vmlinux.btf=");
                });
    }

    @Test
    void readsTheTypesOnceForHeaderAndCrateAndNotAgainUntilTheyChange() throws IOException {
        Path btf = types("struct one { int a; }; struct one one;");
        Path header = folder.resolve("target/bpf/include/vmlinux.h");
        Path crate = folder.resolve("target/bpf/vmlinux");

        assertThat(run(btf, header, crate)).isEqualTo(new Result(true, true));
        assertThat(header).content().contains("struct one {");
        assertThat(crate.resolve("src/lib.rs")).content().contains("pub struct one{");
        assertThat(crate.resolve("Cargo.toml")).content().contains("[workspace]");

        assertThat(run(btf, header, crate)).isEqualTo(new Result(false, false));

        types("struct two { int a; }; struct two two;");
        assertThat(run(btf, header, crate)).isEqualTo(new Result(true, true));
        assertThat(header).content().contains("struct two {").doesNotContain("struct one {");
    }

    @Test
    void repairsAnOutputThatWasEditedOrDeleted() throws IOException {
        Path btf = types("struct one { int a; }; struct one one;");
        Path header = folder.resolve("target/bpf/include/vmlinux.h");
        Path crate = folder.resolve("target/bpf/vmlinux");
        run(btf, header, crate);
        Files.writeString(header, "edited");
        assertThat(run(btf, header, crate)).isEqualTo(new Result(true, false));
        assertThat(header).content().contains("struct one {");

        Files.delete(crate.resolve("src/lib.rs"));
        assertThat(run(btf, header, crate)).isEqualTo(new Result(false, true));
        assertThat(crate.resolve("src/lib.rs")).exists();
    }

    private Path types(String source) throws IOException {
        return SampleObject.compile(folder, "types", source, "-g").file();
    }

    private Result run(Path btf, Path header, Path crate) {
        Layout layout =
                new Layout(folder, folder.resolve("src/main/bpf"), folder.resolve("target/bpf"), folder.resolve("o"));
        return run(new VmlinuxRequest(btf, List.of(), header, Optional.of(crate), Optional.of(layout), "identity"));
    }

    private boolean writesHeader(Path btf, List<String> roots, Path header) {
        return run(new VmlinuxRequest(btf, roots, header, Optional.empty(), Optional.empty(), "identity"))
                .header();
    }

    private static Result run(VmlinuxRequest request) {
        return new VmlinuxOperation(request, new QuietLog()).run();
    }
}
