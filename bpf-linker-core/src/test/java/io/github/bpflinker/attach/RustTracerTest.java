package io.github.bpflinker.attach;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpflinker.btf.BtfFile;
import io.github.bpflinker.btf.rust.SlotDump;
import io.github.bpflinker.cli.Main;
import io.github.bpflinker.testing.Command;
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
            ": pid right, parent right, in_execve %d, namespace right, PIDTYPE_TGID 1, cgroup right, start right, name sleep";

    @TempDir
    private static Path folder;

    private static Path object = Path.of("none");

    @BeforeAll
    static void compiles() throws IOException {
        Tool.KERNEL_BTF.require();
        StringBuilder crate = new StringBuilder();
        SlotDump.write(BtfFile.read(RUNNING, null).btf(), crate);
        Files.writeString(folder.resolve("vmlinux.rs"), crate);
        rustc("vmlinux.rs", "--crate-name=vmlinux", "--crate-type=rlib", "-Dwarnings");
        Path linker = folder.resolve("linker");
        Files.writeString(
                linker,
                "#!/bin/sh\nexec '" + Path.of(System.getProperty("java.home"), "bin", "java") + "' -cp '"
                        + System.getProperty("java.class.path") + "' " + Main.class.getName() + " \"$@\"\n");
        assertThat(linker.toFile().setExecutable(true)).isTrue();
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
                "-Clinker=" + folder.resolve("linker"),
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
        assertThat(lines).contains("exec" + RIGHT.formatted(1), "exit" + RIGHT.formatted(0));
    }
}
