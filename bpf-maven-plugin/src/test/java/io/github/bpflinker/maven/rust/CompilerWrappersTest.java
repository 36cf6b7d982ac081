package io.github.bpflinker.maven.rust;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpflinker.maven.process.ToolRun;
import io.github.bpflinker.maven.worker.WorkerCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The script that stands between cargo and rustc, in front of a program that prints what it is given. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "it is a shell script")
class CompilerWrappersTest {

    private static final String[] TARGET = {"--target", "bpfel-unknown-none"};

    @TempDir
    Path folder;

    private Path printer;

    @BeforeEach
    void writePrinter() throws IOException {
        printer = Files.writeString(folder.resolve("pri'nter"), "#!/bin/sh\nprintf '%s\\n' \"$@\"\n");
        assertThat(printer.toFile().setExecutable(true)).isTrue();
    }

    private CompilerWrappers write(String... flags) {
        RustToolchain toolchain = new RustToolchain(printer, printer, folder, "rustc 1", true);
        WorkerCommand command = WorkerCommand.of(List.of(folder.resolve("core.jar")), Optional.empty());
        return CompilerWrappers.write(
                folder.resolve("wrap pers"),
                "1",
                toolchain,
                List.of("/a=b"),
                List.of(flags),
                command,
                List.of("--btf"));
    }

    private static List<String> run(CompilerWrappers wrappers, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(wrappers.rustc().toString()));
        command.addAll(List.of(arguments));
        ToolRun.Outcome outcome = ToolRun.collect(new ProcessBuilder(command));
        assertThat(outcome.exitCode()).isZero();
        return outcome.lines();
    }

    /** What rustc gets for BPF, without what is ours. */
    private List<String> passedOn(CompilerWrappers wrappers, String... arguments) throws IOException {
        List<String> all = new ArrayList<>(List.of(TARGET));
        all.addAll(List.of(arguments));
        List<String> passed = run(wrappers, all.toArray(String[]::new));
        assertThat(passed)
                .startsWith(TARGET)
                .endsWith("--remap-path-prefix=/a=b", "-Clinker=" + wrappers.linker(), "-Cdebuginfo=2");
        return passed.subList(TARGET.length, passed.size() - 3);
    }

    @Test
    void leaveABuildScriptToTheHost() throws IOException {
        CompilerWrappers wrappers = write("-Ctarget-cpu=native");

        assertThat(run(wrappers, "--crate-name", "build_script_build", "-C", "target-cpu=native"))
                .containsExactly("--crate-name", "build_script_build", "-C", "target-cpu=native");
        assertThat(wrappers.leftOut()).doesNotExist();
    }

    @Test
    void passOnWhatIsForBpf() throws IOException {
        CompilerWrappers wrappers = write("--cfg", "feature=\"a b\"", "-Dwarnings", "-C", "target-cpu=v3");

        assertThat(passedOn(
                        wrappers,
                        "-Copt-level=3",
                        "-C",
                        "target_cpu=v1",
                        "--codegen=link-arg=--btf",
                        "--codegen",
                        "link-args=--llvm-args=a -L x",
                        "-C",
                        "target-feature=+alu32,-dwarfris",
                        "-C",
                        "linker=" + wrappers.linker(),
                        "-Zbuild-dir-new-layout",
                        "-L",
                        "dependency=* x",
                        "-"))
                .containsExactly(
                        "-C",
                        "opt-level=3",
                        "-C",
                        "target_cpu=v1",
                        "-C",
                        "link-arg=--btf",
                        "-C",
                        "link-args=--llvm-args=a -L x",
                        "-C",
                        "target-feature=+alu32,-dwarfris",
                        "-Z",
                        "build-dir-new-layout",
                        "-L",
                        "dependency=* x",
                        "-",
                        "--cfg",
                        "feature=\"a b\"",
                        "-Dwarnings",
                        "-C",
                        "target-cpu=v3");
        assertThat(wrappers.leftOut()).doesNotExist();
    }

    @Test
    void leaveOutWhatIsForTheHostAndNoteIt() throws IOException {
        CompilerWrappers wrappers = write("-C", "target-cpu=native", "-Clinker=clang", "-Zsanitizer=address");

        assertThat(passedOn(
                        wrappers,
                        "-Ctarget_cpu=x86-64-v3",
                        "--codegen=target-feature=+avx2,+alu32,+crt-static",
                        "-C",
                        "target-feature=+sse4.2",
                        "-Clink-arg=-fuse-ld=mold",
                        "-C",
                        "link-args=-Wl,-z,now --btf -pthread",
                        "-Clinker-flavor=gcc",
                        "-Clink-self-contained=no",
                        "-Cpanic=unwind",
                        "-Csplit-debuginfo=packed",
                        "-Cinstrument-coverage",
                        "-l",
                        "dylib=z"))
                .containsExactly("-C", "target-feature=+alu32", "-C", "link-args=--btf");
        assertThat(Files.readAllLines(wrappers.leftOut()))
                .containsExactly(
                        "-C target-cpu=x86-64-v3",
                        "-C target-feature=+avx2",
                        "-C target-feature=+crt-static",
                        "-C target-feature=+sse4.2",
                        "-C link-arg=-fuse-ld=mold",
                        "-C link-args=-Wl,-z,now",
                        "-C link-args=-pthread",
                        "-C linker-flavor=gcc",
                        "-C link-self-contained=no",
                        "-C panic=unwind",
                        "-C split-debuginfo=packed",
                        "-C instrument-coverage",
                        "-l dylib=z",
                        "-C target-cpu=native",
                        "-C linker=clang",
                        "-Z sanitizer=address");
    }

    @Test
    void areOthersForOtherFlagsAndRepairedWhereDamaged() throws IOException {
        CompilerWrappers first = write();
        assertThat(write("-Dwarnings").rustc()).isNotEqualTo(first.rustc());
        Files.write(first.rustc(), new byte[] {(byte) 0xff, 0});

        assertThat(write()).isEqualTo(first);
        assertThat(run(first, "-vV")).containsExactly("-vV");
    }
}
