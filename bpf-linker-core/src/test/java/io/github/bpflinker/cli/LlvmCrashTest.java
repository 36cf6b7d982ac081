package io.github.bpflinker.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpflinker.json.JsonValue;
import io.github.bpflinker.testing.Compiler;
import io.github.bpflinker.testing.Distribution;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
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
            Path.of("src/test/resources/cli/crashes-merge.bc").toAbsolutePath();
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
        return command(arguments).start();
    }

    private ProcessBuilder command(String... arguments) {
        ProcessBuilder builder = new ProcessBuilder(arguments)
                .directory(work.toFile())
                .redirectError(folder.resolve("stderr").toFile());
        builder.command().add(0, launcher.toString());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("TMPDIR", temporary.toString());
        builder.environment().put("BPF_LINKER_JAVA_OPTS", "-Djava.io.tmpdir=" + temporary);
        return builder;
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
                .startsWith("Error: the linker was ended by LLVM in phase 'merge'; compile the inputs again, as one may"
                        + " be damaged, or try another LLVM with --llvm");
        leavesNothingButTheOldOutput();
    }

    /** Some are links, most are errors, and a few end LLVM; nothing that LLVM prints comes through. */
    @Test
    void endsACommandWithADamagedInputInOneSentence() throws Exception {
        byte[] whole = compiled();
        Random random = new Random(38);
        for (int i = 0; i < 3; i++) {
            Path input = Files.write(folder.resolve("damaged.bc"), damaged(whole, random));
            Path object = folder.resolve(i + ".o");
            Process link = start("--llvm=embedded", "--btf", "-o", object.toString(), input.toString());
            link.getOutputStream().close();
            assertThat(link.waitFor(60, TimeUnit.SECONDS)).isTrue();
            List<String> messages = Files.readAllLines(folder.resolve("stderr"));
            assertThat(messages).allSatisfy(line -> assertThat(line).matches("(Error|Warning): .*"));
            assertThat(messages.stream()
                            .filter(line -> line.startsWith("Error"))
                            .count())
                    .isEqualTo(link.exitValue());
            assertThat(Files.exists(object)).isEqualTo(link.exitValue() == 0);
        }
    }

    @Test
    void answersEachRequestWithADamagedInputInOneSentence() throws Exception {
        byte[] whole = compiled();
        Random random = new Random(39);
        Process worker = start(Worker.ARGUMENT);
        try (Writer requests = worker.outputWriter(StandardCharsets.UTF_8);
                BufferedReader responses = worker.inputReader(StandardCharsets.UTF_8)) {
            for (int i = 0; i < 16; i++) {
                Path input = Files.write(folder.resolve("damaged.bc"), damaged(whole, random));
                Path object = folder.resolve("damaged.o");
                Files.deleteIfExists(object);
                JsonValue answer = ask(requests, responses, input, object, "--btf");
                boolean linked = answer.member("exitCode").equals(Optional.of(JsonValue.of(0)));
                String text = answer.member("output").flatMap(JsonValue::asText).orElseThrow();
                assertThat(text.lines()).allSatisfy(line -> assertThat(line).matches("(Error|Warning): .*"));
                assertThat(text.lines().filter(line -> line.startsWith("Error")).count())
                        .isEqualTo(linked ? 0 : 1);
                assertThat(text).doesNotContain("internal error");
                assertThat(Files.exists(object)).isEqualTo(linked);
            }
        } finally {
            worker.getOutputStream().close();
            assertThat(worker.waitFor(60, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(folder.resolve("stderr")).isEmptyFile();
    }

    private byte[] compiled() throws IOException {
        return Files.readAllBytes(
                Compiler.embeddedClang(folder, "whole.bc", """
                struct { int (*type)[2]; int *key; long *value; int (*max_entries)[8]; } counts
                    __attribute__((section(".maps"), used));
                static void *(*look_up)(void *, const void *) = (void *)1;
                __attribute__((section("xdp"), used)) int program(int *context) {
                    long *value = look_up(&counts, context);
                    if (value)
                        *value += *context;
                    return 2;
                }
                """, "--target=bpfel", "-O1", "-g", "-emit-llvm"));
    }

    private static byte[] damaged(byte[] whole, Random random) {
        byte[] bytes = whole.clone();
        for (int flips = 1 + random.nextInt(4); flips > 0; flips--) {
            int bit = random.nextInt(bytes.length * Byte.SIZE);
            bytes[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
        }
        return bytes;
    }

    @Test
    void failsOneRequestOfAWorkerAndNoOther() throws Exception {
        Process worker = start(Worker.ARGUMENT);
        try (Writer requests = worker.outputWriter(StandardCharsets.UTF_8);
                BufferedReader responses = worker.inputReader(StandardCharsets.UTF_8)) {
            Path fine = folder.resolve("fine.o");
            assertThat(ask(requests, responses, FINE, fine, "-O2"))
                    .hasToString("{\"exitCode\":0,\"output\":\"\",\"requestId\":0}");
            JsonValue crashed = ask(requests, responses, CRASHING, output, "--unroll-loops");
            assertThat(crashed.member("exitCode")).contains(JsonValue.of(1));
            assertThat(crashed.member("output").flatMap(JsonValue::asText).orElseThrow())
                    .startsWith(
                            "Error: LLVM ended its process in phase 'merge'; compile the inputs again, as one may be")
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

    /** Those with an id run at the same time, and the one that crashes is answered, too. */
    @Test
    void answersEachOfManyRequests() throws Exception {
        Process worker = start(Worker.ARGUMENT);
        Map<Long, Long> exitCodes = new TreeMap<>();
        try (Writer requests = worker.outputWriter(StandardCharsets.UTF_8);
                BufferedReader responses = worker.inputReader(StandardCharsets.UTF_8)) {
            for (int id = 1; id <= 5; id++) {
                Path input = id == 2 ? CRASHING : FINE;
                requests.write("{\"requestId\":" + id + ",\"arguments\":"
                        + arguments(input, id == 2 ? output : folder.resolve(id + ".o"), "-O2") + "}\n");
            }
            requests.flush();
            for (int id = 1; id <= 5; id++) {
                JsonValue answer = JsonValue.parse(responses.readLine());
                exitCodes.put(number(answer, "requestId"), number(answer, "exitCode"));
            }
        } finally {
            worker.getOutputStream().close();
            assertThat(worker.waitFor(60, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(exitCodes).isEqualTo(Map.of(1L, 0L, 2L, 1L, 3L, 0L, 4L, 0L, 5L, 0L));
        leavesNothingButTheOldOutput();
    }

    private static long number(JsonValue answer, String member) {
        return answer.member(member).flatMap(JsonValue::asLong).orElseThrow();
    }

    private static JsonValue arguments(Path input, Path output, String option) {
        return JsonValue.of(List.of(
                JsonValue.of("--llvm=embedded"),
                JsonValue.of(option),
                JsonValue.of("-o"),
                JsonValue.of(output.toString()),
                JsonValue.of(input.toString())));
    }

    /** As LLVM does with some damaged inputs: it takes more memory than there is. */
    @Test
    void endsACommandThatTakesMoreMemoryThanItMay() throws Exception {
        ProcessBuilder builder = command("--llvm=embedded", "-o", output.toString(), FINE.toString());
        builder.environment().put("BPF_LINKER_MEMORY", "1m");
        Process link = builder.start();
        link.getOutputStream().close();
        assertThat(link.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(link.exitValue()).isEqualTo(1);
        assertThat(Files.readAllLines(folder.resolve("stderr")))
                .singleElement()
                .asString()
                .startsWith("Error: the link needs more memory than 0.0 GB in phase '")
                .endsWith("allow more with BPF_LINKER_MEMORY=80% or BPF_LINKER_MEMORY=8g");
        leavesNothingButTheOldOutput();
    }

    @Test
    void answersARequestThatTakesMoreMemoryThanItMay() throws Exception {
        ProcessBuilder builder = command(Worker.ARGUMENT);
        builder.environment().put("BPF_LINKER_MEMORY", "1m");
        Process worker = builder.start();
        try (Writer requests = worker.outputWriter(StandardCharsets.UTF_8);
                BufferedReader responses = worker.inputReader(StandardCharsets.UTF_8)) {
            for (int i = 0; i < 2; i++) {
                JsonValue answer = ask(requests, responses, FINE, output, "-O2");
                assertThat(number(answer, "exitCode")).isEqualTo(1);
                assertThat(answer.member("output").flatMap(JsonValue::asText).orElseThrow())
                        .startsWith("Error: the link needs more memory than 0.0 GB")
                        .hasLineCount(1);
            }
        } finally {
            worker.getOutputStream().close();
            assertThat(worker.waitFor(60, TimeUnit.SECONDS)).isTrue();
        }
        leavesNothingButTheOldOutput();
    }

    private static JsonValue ask(Writer requests, BufferedReader responses, Path input, Path output, String option)
            throws IOException {
        requests.write("{\"arguments\":" + arguments(input, output, option) + "}\n");
        requests.flush();
        return JsonValue.parse(responses.readLine());
    }
}
