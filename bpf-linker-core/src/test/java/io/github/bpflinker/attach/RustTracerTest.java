package io.github.bpflinker.attach;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpflinker.btf.BtfFile;
import io.github.bpflinker.btf.rust.SlotDump;
import io.github.bpflinker.testing.Command;
import io.github.bpflinker.testing.Compiler;
import io.github.bpflinker.testing.Distribution;
import io.github.bpflinker.testing.JavaVm;
import io.github.bpflinker.testing.Root;
import io.github.bpflinker.testing.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One object of one Rust source tells the truth on several kernels, and does not depend on whose types it was linked with. */
class RustTracerTest {

    private static final Path SOURCES = Path.of("src/test/resources/rust").toAbsolutePath();
    private static final Path RUNNING = Path.of("/sys/kernel/btf/vmlinux");
    private static final String RIGHT =
            ": pid right, parent right, in_execve %d, namespace right, PIDTYPE_TGID 1, exit code %d, threads 1, PIDTYPE_SID 3,"
                    + " in_iowait 0, cgroup right, start right, state 0, name sleep";

    /** What ends the process. */
    private static final int SIGTERM = 15;

    /** The types of a kernel with which no kernel agrees: other offsets, no more fields than the tracer uses. */
    private static final String OTHER_TYPES = """
            struct kernfs_node { long more; unsigned long long id; };
            struct cgroup { struct kernfs_node *kn; };
            struct css_set { int more; struct cgroup *dfl_cgrp; };
            struct ns_common { char more[9]; unsigned inum; };
            struct pid_namespace { struct ns_common ns; };
            struct nsproxy { struct pid_namespace *pid_ns_for_children; };
            struct signal_struct { int nr_threads; };
            struct task_struct {
                unsigned long long start_boottime; struct nsproxy *nsproxy; unsigned more : 3, in_iowait : 1, in_execve : 1;
                char comm[16]; struct signal_struct *signal; int exit_code, tgid; struct task_struct *real_parent;
                struct css_set *cgroups; unsigned __state;
            };
            enum pid_type { PIDTYPE_MORE, PIDTYPE_SID, PIDTYPE_TGID };
            struct kernfs_node a; struct cgroup b; struct css_set c; struct pid_namespace d; struct nsproxy e;
            struct signal_struct f; struct task_struct g; enum pid_type h;
            """;

    @TempDir
    private static Path folder;

    private static Path linker = Path.of("none");
    private static Path object = Path.of("none");

    @BeforeAll
    static void compiles() throws IOException {
        Tool.KERNEL_BTF.require();
        StringBuilder crate = new StringBuilder();
        SlotDump.write(BtfFile.read(RUNNING, null).btf(), crate);
        Files.writeString(folder.resolve("vmlinux.rs"), crate);
        rustc("vmlinux.rs", "--crate-name=vmlinux", "--crate-type=rlib", "-Dwarnings");
        linker = Distribution.make(Files.createDirectory(folder.resolve("linker")));
        Files.copy(SOURCES.resolve("tracer.rs"), folder.resolve("tracer.rs"));
        object = link("running", RUNNING);
    }

    private static void rustc(String source, String... arguments) {
        List<String> command = new ArrayList<>(List.of(Tool.RUSTC.require().toString()));
        command.addAll(List.of("--edition=2021", "--target=bpfel-unknown-none", "-Cpanic=abort", "-O", source));
        command.addAll(List.of(arguments));
        Command.run(folder, command).orFail();
    }

    private static Path link(String name, Path types) {
        Path output = folder.resolve(name + ".bpf.o");
        rustc(
                "tracer.rs",
                "--crate-type=bin",
                "-Dwarnings",
                "-Cdebuginfo=2",
                "--extern=vmlinux=libvmlinux.rlib",
                "-Clinker=" + linker,
                "-Clink-arg=--btf",
                "-Clink-arg=--kernel-types=" + types,
                "-o",
                output.toString());
        return output;
    }

    @ParameterizedTest
    @ValueSource(strings = {"6.1", "6.1-rt", "6.12"})
    void hasTheSameBytesWithTheTypesOfAnotherKernel(String kernel) throws IOException {
        Path other = link(kernel, SOURCES.resolve("tracer-" + kernel + ".btf"));
        assertThat(other).hasBinaryContent(Files.readAllBytes(object));
    }

    @Test
    void hasTheSameBytesWithTypesWithWhichNoKernelAgrees() throws IOException {
        Path types = Compiler.embeddedClang(folder, "types.o", OTHER_TYPES, "--target=bpfel", "-O2", "-g");
        assertThat(link("other", types)).hasBinaryContent(Files.readAllBytes(object));
    }

    @Test
    void reportsWhatIsTrueOnTheRunningKernel() {
        Root.requireProcessIds();
        reports(Command.run(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        TracedProcesses.class.getName(),
                        object.toString())
                .orFail()
                .lines()
                .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {JavaVm.DEBIAN_12, JavaVm.DEBIAN_13, "linux-image-rt-amd64"})
    void reportsWhatIsTrueOnOtherKernels(String kernel, @TempDir Path temporary) {
        reports(JavaVm.require(kernel).run(temporary, TracedProcesses.class, List.of(object)));
    }

    private static void reports(List<String> lines) {
        assertThat(lines)
                .contains(
                        "exec" + RIGHT.formatted(1, 0),
                        "exit" + RIGHT.formatted(0, SIGTERM),
                        "attached 2, by links of the kernel true");
    }
}
