package io.github.bpflinker.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpflinker.testing.Command;
import io.github.bpflinker.testing.Distribution;
import io.github.bpflinker.testing.Root;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
    void keepsTemporaryFilesWhereTheVariableSays() throws Exception {
        Path javaHome = java("rm \"$phase\"\nfor argument do echo \"$argument\"; done");
        assertThat(run(command(launcher, javaHome)).out()).contains("\n-Djava.io.tmpdir=" + temporary + "\n");
        ProcessBuilder nowhere = command(launcher, javaHome);
        nowhere.environment().put("TMPDIR", folder.resolve("nowhere").toString());
        assertThat(run(nowhere).out()).doesNotContain("java.io.tmpdir");
    }

    @Test
    void usesTheClassDataArchiveOfThisJavaOnly() throws Exception {
        Path javaHome = java("rm \"$phase\"\nfor argument do echo \"$argument\"; done");
        Path lib = home.toRealPath().resolve("lib");
        assertThat(run(command(launcher, javaHome)).out()).doesNotContain("SharedArchiveFile");
        Files.createFile(lib.resolve("bpf-linker.jsa"));
        assertThat(run(command(launcher, javaHome)).out()).doesNotContain("SharedArchiveFile");
        Files.writeString(lib.resolve("bpf-linker.jsa.java"), "/bin/sh\n" + lib + "\n");
        assertThat(run(command(launcher, javaHome)).out()).doesNotContain("SharedArchiveFile");
        Files.writeString(lib.resolve("bpf-linker.jsa.java"), javaHome.resolve("bin/java") + "\n" + lib + "\n");
        assertThat(run(command(launcher, javaHome)).out())
                .contains("\n-XX:SharedArchiveFile=" + lib + "/bpf-linker.jsa\n");
    }

    /** The archive names its jars as those in descriptor 9; JDK 25 wants to see the times that it saw. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void aCopySharesClassesLikeTheOriginal() throws Exception {
        Path original = Files.createDirectory(folder.resolve("original"));
        Distribution.make(original);
        copyLinkedJars(original.resolve("lib"));
        archiveClasses(original.resolve("lib"));
        ProcessBuilder command =
                inOddFolder("cp -r ../original copy; rm -r ../original; exec copy/bin/bpf-linker --bft");
        command.environment().put("BPF_LINKER_JAVA_OPTS", "-Xlog:class+load");

        Run run = run(command);

        assertThat(run.out()).contains("io.github.bpflinker.cli.Main source: shared objects file");
        assertThat(run.exitCode()).isEqualTo(2);
    }

    /** A script in a folder whose name has a colon and letters that are not ASCII, with the real java. */
    private ProcessBuilder inOddFolder(String script) {
        ProcessBuilder command = command(
                Path.of("/bin/sh"),
                Path.of(System.getProperty("java.home")),
                "-c",
                "odd=$(printf 'a:b gr\\303\\266\\303\\237e'); mkdir \"$odd\"; cd \"$odd\" || exit 3; " + script);
        command.environment().put("LC_ALL", "C");
        return command;
    }

    /** They are links into the local repository, whose times are not ours to change; the natives are too large to copy. */
    private static void copyLinkedJars(Path lib) throws IOException {
        try (var jars = Files.newDirectoryStream(lib, "*.jar")) {
            for (Path jar : jars) {
                if (Files.isSymbolicLink(jar)) {
                    Path linked = jar.toRealPath();
                    Files.delete(jar);
                    if (!linked.getFileName().toString().startsWith("llvm-")) {
                        Files.copy(linked, jar);
                    }
                }
            }
        }
    }

    /** As the build does it, but of one class. */
    private static void archiveClasses(Path lib) throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin/java");
        Path list = Files.writeString(
                lib.resolveSibling("classes"), "java/lang/Object id: 0\nio/github/bpflinker/cli/Main\n");
        List<Path> jars = new ArrayList<>();
        for (String prefix : List.of("bpf-linker-", "jna-", "picocli-")) {
            try (var found = Files.newDirectoryStream(lib, prefix + "*.jar")) {
                found.forEach(jars::add);
            }
        }
        List<String> classPath = new ArrayList<>();
        for (Path jar : jars) {
            Files.setLastModifiedTime(jar, FileTime.fromMillis(0));
            classPath.add("/proc/self/fd/9/" + jar.getFileName());
        }
        Command.run(
                        "sh",
                        "-c",
                        "exec 9<\"$0\"; exec \"$@\"",
                        lib.toString(),
                        java.toString(),
                        "-Xshare:dump",
                        "-XX:SharedClassListFile=" + list,
                        "-XX:SharedArchiveFile=" + lib.resolve("bpf-linker.jsa"),
                        "-cp",
                        String.join(":", classPath))
                .orFail();
        Files.writeString(lib.resolve("bpf-linker.jsa.java"), java + "\n" + lib + "\n");
    }

    @Test
    void namesFilesInUtf8WhateverTheLocale() throws Exception {
        Path javaHome = java("rm \"$phase\"\necho \"<$LC_ALL>\"");
        for (String locale : List.of("C", "POSIX", "de_DE.ISO-8859-1")) {
            ProcessBuilder command = command(launcher, javaHome);
            command.environment().put("LC_ALL", locale);
            assertThat(run(command).out()).as(locale).isEqualTo("<C.UTF-8>\n");
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void runsInAFolderWithAColonAndLettersThatAreNotAscii() throws Exception {
        Path home = Files.createDirectory(folder.resolve("whole"));
        Distribution.make(home);
        String command = "mv ../whole .; export TMPDIR=\"$PWD\"; exec whole/bin/bpf-linker \"$odd.bc\" -o \"$odd.o\"";

        assertThat(run(inOddFolder(command)).err())
                .isEqualTo("Error: 'a:b gr\u00f6\u00dfe.bc' does not exist; check the path, or build it first\n");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void saysThatJavaReadsNothingInAFolderThatIsNotUtf8() throws Exception {
        Path javaHome = java("rm \"$phase\"");
        String script = "odd=$(printf 'caf\\351'); cp -r \"$0\" \"$odd\""
                + "; { \"./$odd/bin/bpf-linker\" 2>&1 || echo \"exit code $?\"; } | LC_ALL=C tr -d '\\351'; rm -r \"$odd\"";
        ProcessBuilder command = command(Path.of("/bin/sh"), javaHome, "-c", script, home.toString());

        assertThat(run(command).out())
                .startsWith("Error: Java reads nothing in '")
                .endsWith("or move the linker elsewhere\nexit code 1\n");
    }

    @Test
    void findsItsHomeWithoutASlashAndWithCdpath() throws Exception {
        Path javaHome = java("rm \"$phase\"\nfor argument do echo \"$argument\"; done");
        Path bin = launcher.resolveSibling("");
        Files.createDirectories(folder.resolve("elsewhere/bpf-linker"));
        for (String shell : List.of("sh", "bash")) {
            ProcessBuilder command = command(Path.of(shell), javaHome, "bpf-linker");
            command.environment().put("CDPATH", folder.resolve("elsewhere") + ":" + bin + ":" + home);

            assertThat(run(command.directory(bin.toFile())).out())
                    .as(shell)
                    .contains(home.toRealPath() + "/lib/picocli.jar");
        }
    }

    @Test
    void isNotHeldUpByWhatOthersPutIntoTheTemporaryFolder() throws Exception {
        Path javaHome = java("rm \"$phase\"\necho linked");
        Path precious = Files.writeString(folder.resolve("precious"), "");
        for (String planted :
                List.of("mkfifo \"$TMPDIR/bpf-linker-$$.phase\"", "ln -s \"$1\" \"$TMPDIR/bpf-linker-$$.phase\"")) {
            ProcessBuilder command = command(
                    Path.of("/bin/sh"),
                    javaHome,
                    "-c",
                    planted + "; exec \"$0\"",
                    launcher.toString(),
                    precious.toString());

            Run run = run(command);

            assertThat(run.exitCode()).as(planted).isZero();
            assertThat(run.out()).as(planted).isEqualTo("linked\n");
            assertThat(run.err()).as(planted).isEmpty();
        }
        assertThat(precious).exists();
    }

    @Test
    void linksWhereNothingTemporaryCanBeWritten() throws Exception {
        Path javaHome = java("[ -z \"$phase\" ] || exit 3\necho linked");
        ProcessBuilder command = command(launcher, javaHome, "a.bc");
        command.environment().put("TMPDIR", folder.resolve("none").toString());

        assertThat(run(command).out()).isEqualTo("linked\n");
    }

    /** A shell says on its own that it can't fork, and in which line of the script. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void saysInOneSentenceThatNoProcessCanBeStarted() throws Exception {
        Root.require();
        Path javaHome = java("exit 0");
        Run prepared = run(command(Path.of("/bin/chmod"), javaHome, "-R", "o+rx", folder.toString()));
        assertThat(prepared.exitCode()).isZero();
        // Root has no such limit; one process is the script itself.
        String limited = "ulimit -u 1; exec \"$0\" a.bc";
        Run run = run(command(
                Path.of("/usr/bin/setpriv"),
                javaHome,
                "--reuid=54321",
                "--regid=54321",
                "--clear-groups",
                "--bounding-set=-all",
                "--inh-caps=-all",
                "bash",
                "-c",
                limited,
                launcher.toString()));
        assertThat(run.err())
                .isEqualTo("Error: no process can be started here; end other ones of this user, or raise the limit with"
                        + " ulimit -u\n");
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void saysInOneSentenceThatTooFewFilesCanBeOpened() throws Exception {
        String limited =
                "for n in 5 6 7 8 9 10 11 12 13 14 15; do eval \"exec $n>&-\"; done; ulimit -n 12; exec \"$0\" a.bc";
        Run run = run(command(Path.of("/bin/bash"), java("exit 0"), "-c", limited, launcher.toString()));
        assertThat(run.err())
                .isEqualTo("Error: a process may open only 12 files here, and the linker needs 24; raise the limit with"
                        + " ulimit -n\n");
        assertThat(run.exitCode()).isEqualTo(1);
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
        assertThat(run.err())
                .startsWith("Error: the linker was ended by LLVM in phase 'codegen', saying last: LLVM ERROR: no; try")
                .hasLineCount(1);
        leavesNothingBehind();
    }

    @Test
    void saysWhatTheJvmSaidThatCouldNotStart() throws Exception {
        Path javaHome = java("""
                if [ "$1" = -version ]; then echo 'openjdk version "17.0.9"' >&2; exit 0; fi
                echo 'Error occurred during initialization of VM' >&2
                echo 'Could not reserve enough space for object heap' >&2
                exit 1""");
        Run run = run(command(launcher, javaHome, "a.bc"));
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .contains("could not start", "Could not reserve enough space for object heap")
                .hasLineCount(1);
        leavesNothingBehind();
    }

    @Test
    void showsWhatLlvmPrintedInAnOrderlyLinkWithoutControlCharacters() throws Exception {
        Path javaHome = java("printf 'pass\\033[2J dump\\n' >&2\nrm \"$phase\"\nexit 0");
        Run run = run(command(launcher, javaHome, "a.bc", "-o", "a.o"));
        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEqualTo("pass[2J dump\n");
        leavesNothingBehind();
    }

    @Test
    void saysThatTheMemoryWasNotEnoughWhereLlvmSaysSo() throws Exception {
        Path javaHome = java("echo optimize >\"$phase\"\necho 'LLVM ERROR: out of memory' >&2\nkill -ABRT $$");
        Run run = run(command(launcher, javaHome, "a.bc", "-o", "a.o"));
        assertThat(run.err())
                .startsWith("Error: the memory is not enough in phase 'optimize'; ")
                .hasLineCount(1);
    }

    @Test
    void saysWhoEndedIt() throws Exception {
        Path javaHome = java("echo optimize >\"$phase\"\nkill -KILL $$");
        Run run = run(command(launcher, javaHome, "a.bc", "-o", "a.o"));
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .startsWith("Error: the linker was killed in phase 'optimize'")
                .hasLineCount(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<&-", ">&-", "2>&-", "<&- >&- 2>&-"})
    void opensStreamsThatAreClosed(String closed) throws Exception {
        Path javaHome = java("rm \"$phase\"\nls /proc/$$/fd >'" + folder.resolve("open") + "'\nread line\nexit 3");
        ProcessBuilder command =
                command(Path.of("/bin/sh"), javaHome, "-c", "exec \"$0\" " + closed, launcher.toString());
        assertThat(run(command).exitCode()).isEqualTo(3);
        assertThat(folder.resolve("open")).content().contains("0\n", "1\n", "2\n");
        leavesNothingBehind();
    }

    /** As when the messages of a whole build go into one file. */
    @Test
    void writesMessagesBehindThoseOfOthers() throws Exception {
        Path real = Path.of(System.getProperty("java.home"));
        Path whole = Distribution.make(Files.createDirectory(folder.resolve("whole one")));
        Path log = folder.resolve("log");
        String script = "{ echo before; \"$0\" --wrong; echo after; } 2>'" + log + "' >&2";
        run(command(Path.of("/bin/sh"), real, "-c", script, whole.toString()));
        assertThat(Files.readAllLines(log)).first().isEqualTo("before");
        assertThat(Files.readAllLines(log)).last().isEqualTo("after");
        assertThat(log).content().contains("--wrong");
    }

    @Test
    void failsIfResultsGoToAClosedOrFullOutput() throws Exception {
        Path real = Path.of(System.getProperty("java.home"));
        Path whole = Distribution.make(Files.createDirectory(folder.resolve("whole one")));
        for (String output : List.of(">&-", ">/dev/full")) {
            Run run = run(command(Path.of("/bin/sh"), real, "-c", "exec \"$0\" --help " + output, whole.toString()));
            assertThat(run.err())
                    .startsWith("Error: standard output can't be written: ")
                    .hasLineCount(1);
            assertThat(run.exitCode()).isEqualTo(1);
        }
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
