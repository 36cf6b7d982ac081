package io.github.bpflinker.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpflinker.testing.Distribution;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Runs the script with a java that is a shell script of ours, in folders whose names hold blanks. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {

    private static final String WRITE_PHASE = """
            for argument do
                case $argument in -Dbpf.linker.phase.file=*) phase=${argument#*=} ;; esac
            done
            """;

    @TempDir
    private Path folder;

    private Path home = Path.of("");
    private Path temporary = Path.of("");
    private Path launcher = Path.of("");

    @BeforeEach
    void unpackTheDistribution() throws IOException {
        home = Files.createDirectories(folder.resolve("my tools/bpf linker"));
        temporary = Files.createDirectory(folder.resolve("temporary files"));
        Files.createDirectory(home.resolve("lib"));
        for (String jar : List.of("bpf-linker-core.jar", "llvm-20.jar", "picocli.jar")) {
            Files.createFile(home.resolve("lib").resolve(jar));
        }
        launcher = Distribution.launcher(home);
    }

    private static void executable(Path file) {
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    /** A JAVA_HOME whose java does what {@code script} says. */
    private Path java(String script) throws IOException {
        Path javaHome = folder.resolve("java home");
        Files.createDirectories(javaHome.resolve("bin"));
        Path java = Files.writeString(javaHome.resolve("bin/java"), "#!/bin/sh\n" + WRITE_PHASE + script + "\n");
        executable(java);
        return javaHome;
    }

    private ProcessBuilder command(Path command, Path javaHome, String... arguments) {
        List<String> line = new ArrayList<>(List.of(command.toString()));
        line.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(line)
                .directory(folder.toFile())
                .redirectOutput(folder.resolve("stdout").toFile())
                .redirectError(folder.resolve("stderr").toFile());
        builder.environment().put("JAVA_HOME", javaHome.toString());
        builder.environment().put("TMPDIR", temporary.toString());
        builder.environment().remove("BPF_LINKER_JAVA_OPTS");
        return builder;
    }

    private Run run(ProcessBuilder command) throws IOException, InterruptedException {
        Process process = command.start();
        process.getOutputStream().close();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Run(
                process.exitValue(),
                Files.readString(folder.resolve("stdout")),
                Files.readString(folder.resolve("stderr")));
    }

    private void leavesNothingBehind() {
        assertThat(temporary).isEmptyDirectory();
    }

    /** Else cmd misses labels. */
    @Test
    void hasTheLineEndsOfItsSystem() throws Exception {
        assertThat(Files.readString(Path.of("src/main/dist/bin/bpf-linker.cmd")).replace("\r\n", ""))
                .doesNotContain("\n");
        assertThat(Files.readString(Path.of("src/main/dist/bin/bpf-linker"))).doesNotContain("\r");
    }

    @Test
    void passesArgumentsAndExitCodeThrough() throws Exception {
        Path javaHome = java("rm \"$phase\"\nfor argument do echo \"<$argument>\"; done\nexit 7");
        Run run = run(command(launcher, javaHome, "a b.bc", "", "*", "$HOME", "-o", "x'y"));
        assertThat(run.exitCode()).isEqualTo(7);
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).endsWith("<io.github.bpflinker.cli.Main>\n<a b.bc>\n<>\n<*>\n<$HOME>\n<-o>\n<x'y>\n");
        leavesNothingBehind();
    }

    @Test
    void putsTheNativesLastOnTheClassPath() throws Exception {
        Path javaHome = java("rm \"$phase\"\nfor argument do echo \"$argument\"; done");
        String lib = home.toRealPath().resolve("lib").toString();
        assertThat(run(command(launcher, javaHome)).out())
                .contains("\n" + lib + "/bpf-linker-core.jar:" + lib + "/picocli.jar:" + lib + "/llvm-20.jar\n");
    }

    @Test
    void usesTheClassDataArchiveOfThisJavaOnly() throws Exception {
        Path javaHome = java("rm \"$phase\"\nfor argument do echo \"$argument\"; done");
        Path lib = home.toRealPath().resolve("lib");
        assertThat(run(command(launcher, javaHome)).out()).doesNotContain("SharedArchiveFile");
        Files.createFile(lib.resolve("bpf-linker.jsa"));
        assertThat(run(command(launcher, javaHome)).out()).doesNotContain("SharedArchiveFile");
        Files.writeString(lib.resolve("bpf-linker.jsa.java"), "/bin/sh\n");
        assertThat(run(command(launcher, javaHome)).out()).doesNotContain("SharedArchiveFile");
        Files.writeString(lib.resolve("bpf-linker.jsa.java"), javaHome.resolve("bin/java") + "\n");
        assertThat(run(command(launcher, javaHome)).out())
                .contains("\n-XX:SharedArchiveFile=" + lib + "/bpf-linker.jsa\n");
    }

    @Test
    void findsItsHomeThroughSymbolicLinks() throws Exception {
        Path bin = Files.createDirectories(folder.resolve("user/bin"));
        Path absolute = Files.createSymbolicLink(bin.resolve("absolute"), launcher);
        Path relative = Files.createSymbolicLink(bin.resolve("relative"), Path.of("absolute"));
        Path javaHome = java("rm \"$phase\"\nfor argument do echo \"$argument\"; done");
        assertThat(run(command(absolute, javaHome)).out()).contains(home.toRealPath() + "/lib/picocli.jar");
        assertThat(run(command(relative, javaHome)).out()).contains(home.toRealPath() + "/lib/picocli.jar");
    }

    @Test
    void passesStandardInputOn() throws Exception {
        Path input = Files.writeString(folder.resolve("input"), "int main;");
        Path javaHome = java("rm \"$phase\"\ncat");
        Run run = run(command(launcher, javaHome, "clang", "-").redirectInput(input.toFile()));
        assertThat(run.out()).isEqualTo("int main;");
    }

    @Test
    void turnsASignalIntoASentenceWithThePhase() throws Exception {
        Path javaHome = java("echo optimize >\"$phase\"\nkill -ABRT $$");
        Run run = run(command(launcher, javaHome, "a.bc", "-o", "a.o"));
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("Error: the linker was ended by LLVM in phase 'optimize'; try another LLVM");
        leavesNothingBehind();
    }

    @Test
    void turnsAnExitOfLlvmIntoASentence() throws Exception {
        Path javaHome = java("echo codegen >\"$phase\"\necho 'LLVM ERROR: no' >&2\nexit 1");
        Run run = run(command(launcher, javaHome, "a.bc", "-o", "a.o"));
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).startsWith("LLVM ERROR: no\n").contains("in phase 'codegen'");
        leavesNothingBehind();
    }

    @Test
    void explainsThatJavaIsTooOldAfterItFailed() throws Exception {
        Path javaHome = java("""
                if [ "$1" = -version ]; then echo 'openjdk version "1.8.0_402"' >&2; exit 0; fi
                echo 'Unrecognized option: --enable-native-access=ALL-UNNAMED' >&2
                exit 1""");
        Run run = run(command(launcher, javaHome, "a.bc"));
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("is Java 1.8.0_402; install Java 17 or newer");
        leavesNothingBehind();
    }

    @Test
    void saysWhenThereIsNoJava() throws Exception {
        Run wrongHome = run(command(launcher, folder.resolve("no such java")));
        assertThat(wrongHome.exitCode()).isEqualTo(1);
        assertThat(wrongHome.err()).startsWith("Error: JAVA_HOME is '").contains("17 or newer");
        ProcessBuilder command = command(launcher, folder);
        command.environment().clear();
        command.environment().putAll(Map.of("PATH", folder.toString()));
        Run none = run(command);
        assertThat(none.exitCode()).isEqualTo(1);
        assertThat(none.err()).startsWith("Error: no java found; install Java 17 or newer");
    }

    @Test
    void passesTermOnToItsChildAndDiesOfItToo() throws Exception {
        Path javaHome = java("trap 'rm -f \"$phase\"; echo ended >ended; exit 143' TERM\n: >started\n"
                + "while :; do sleep 0.05; done");
        Process process = command(launcher, javaHome, "a.bc").start();
        try {
            for (int waited = 0; waited < 600 && !Files.exists(folder.resolve("started")); waited++) {
                Thread.sleep(50);
            }
            process.destroy();
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(143);
            assertThat(folder.resolve("ended")).exists();
            assertThat(folder.resolve("stderr")).content().doesNotContain("Error");
            leavesNothingBehind();
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void becomesTheWorkerItself() throws Exception {
        Path javaHome = java("echo $$ >pid\ncat");
        ProcessBuilder command = command(launcher, javaHome, "--persistent_worker");
        Process process = command.start();
        process.getOutputStream().write("request\n".getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().close();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(folder.resolve("stdout")).hasContent("request\n");
        assertThat(folder.resolve("pid")).hasContent(process.pid() + "\n");
        leavesNothingBehind();
    }

    @Test
    void runsTheLinkerItself() throws Exception {
        Path real = Path.of(System.getProperty("java.home"));
        Path whole = Distribution.make(Files.createDirectory(folder.resolve("whole one")));
        ProcessBuilder command = command(whole, real, "--bft");
        command.environment().put("BPF_LINKER_JAVA_OPTS", "-Dunused=1");
        Run run = run(command);
        assertThat(run.err()).isEqualTo("Error: unknown option --bft; did you mean --btf? (see bpf-linker --help)\n");
        assertThat(run.exitCode()).isEqualTo(2);
        leavesNothingBehind();
    }
}
