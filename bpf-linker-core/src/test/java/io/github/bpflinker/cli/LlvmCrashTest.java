package io.github.bpflinker.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpflinker.cli.json.JsonValue;
import io.github.bpflinker.testing.Distribution;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Links a file that kills the embedded LLVM, 20.1.7 for x86-64, by SIGSEGV. */
@EnabledOnOs(value = OS.LINUX, architectures = "amd64")
class LlvmCrashTest {

    private static final Path CRASHING =
            Path.of("src/test/resources/cli/crashes-optimize.bc").toAbsolutePath();
    private static final Path FINE = Path.of("src/build/training.ll").toAbsolutePath();

    @TempDir
    private Path folder;

    /** Where the linker runs; nothing but its output belongs here. */
    private Path work = Path.of("");

    private Path temporary = Path.of("");
    private Path output = Path.of("");
    private Path launcher = Path.of("");

    @BeforeEach
    void makeTheDistribution() throws IOException {
        work = Files.createDirectory(folder.resolve("work"));
        temporary = Files.createDirectory(folder.resolve("tmp"));
        output = Files.writeString(work.resolve("out.o"), "from before");
        launcher = Distribution.make(Files.createDirectory(folder.resolve("home")));
    }

    private Process start(String... arguments) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(arguments)
                .directory(work.toFile())
                .redirectError(folder.resolve("stderr").toFile());
        builder.command().add(0, launcher.toString());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("TMPDIR", temporary.toString());
        builder.environment().put("BPF_LINKER_JAVA_OPTS", "-Djava.io.tmpdir=" + temporary);
        return builder.start();
    }

    private void leavesNothingButTheOldOutput() throws IOException {
        assertThat(output).hasContent("from before");
        try (var files = Files.list(work)) {
            assertThat(files).containsExactly(output);
        }
        assertThat(temporary).isEmptyDirectory();
    }

    @Test
    void endsACommandWithOneSentenceThatNamesThePhase() throws Exception {
        Process link = start("--llvm=embedded", "-o", output.toString(), CRASHING.toString());
        link.getOutputStream().close();
        assertThat(link.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(link.exitValue()).isEqualTo(1);
        assertThat(link.getInputStream().readAllBytes()).isEmpty();
        assertThat(Files.readAllLines(folder.resolve("stderr")))
                .singleElement()
                .asString()
                .startsWith("Error: the linker was ended by LLVM in phase 'optimize'; try another LLVM with --llvm");
        leavesNothingButTheOldOutput();
    }

    @Test
    void failsOneRequestOfAWorkerAndNoOther() throws Exception {
        Process worker = start(Worker.ARGUMENT);
        try (Writer requests = worker.outputWriter(StandardCharsets.UTF_8);
                BufferedReader responses = worker.inputReader(StandardCharsets.UTF_8)) {
            Path fine = folder.resolve("fine.o");
            assertThat(ask(requests, responses, FINE, fine, "-O2"))
                    .hasToString("{\"exitCode\":0,\"output\":\"\",\"requestId\":0}");
            // Other options of LLVM, so a child links it.
            JsonValue crashed = ask(requests, responses, CRASHING, output, "--unroll-loops");
            assertThat(crashed.member("exitCode")).contains(JsonValue.of(1));
            assertThat(crashed.member("output").flatMap(JsonValue::asText).orElseThrow())
                    .startsWith("Error: LLVM ended its process in phase 'optimize'")
                    .hasLineCount(1);
            Files.delete(fine);
            assertThat(ask(requests, responses, FINE, fine, "--unroll-loops").member("exitCode"))
                    .contains(JsonValue.of(0));
            assertThat(fine).isNotEmptyFile();
        } finally {
            worker.getOutputStream().close();
            assertThat(worker.waitFor(60, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(folder.resolve("stderr")).isEmptyFile();
        leavesNothingButTheOldOutput();
    }

    private static JsonValue ask(Writer requests, BufferedReader responses, Path input, Path output, String option)
            throws IOException {
        JsonValue arguments = JsonValue.of(List.of(
                JsonValue.of("--llvm=embedded"),
                JsonValue.of(option),
                JsonValue.of("-o"),
                JsonValue.of(output.toString()),
                JsonValue.of(input.toString())));
        requests.write("{\"arguments\":" + arguments + "}\n");
        requests.flush();
        return JsonValue.parse(responses.readLine());
    }
}
