package io.github.bpflinker.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpflinker.json.JsonValue;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkerProcessTest {

    private static Process start(Path folder, String... startup) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                Worker.ARGUMENT));
        command.addAll(List.of(startup));
        return new ProcessBuilder(command)
                .redirectError(folder.resolve("stderr").toFile())
                .start();
    }

    private static JsonValue ask(Writer requests, BufferedReader responses, String request) throws IOException {
        requests.write(request + "\n");
        requests.flush();
        return JsonValue.parse(responses.readLine());
    }

    @Test
    void answersUntilItsInputEnds(@TempDir Path folder) throws Exception {
        Process worker = start(folder);
        Writer requests = worker.outputWriter(StandardCharsets.UTF_8);
        try (BufferedReader responses = worker.inputReader(StandardCharsets.UTF_8)) {
            JsonValue version = ask(requests, responses, "{\"arguments\":[\"--version\"],\"requestId\":0}");
            assertThat(version.member("exitCode")).contains(JsonValue.of(0));
            assertThat(version.member("output").flatMap(JsonValue::asText).orElseThrow())
                    .startsWith("bpf-linker ");

            JsonValue usage = ask(requests, responses, "{\"arguments\":[\"--bft\"],\"requestId\":5}");
            assertThat(usage.member("exitCode")).contains(JsonValue.of(2));
            assertThat(usage.member("requestId")).contains(JsonValue.of(5));
            assertThat(usage.member("output").flatMap(JsonValue::asText).orElseThrow())
                    .startsWith("Error: unknown option --bft; did you mean --btf?");

            requests.close();
            assertThat(worker.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(worker.exitValue()).isZero();
            assertThat(responses.readLine()).isNull();
        } finally {
            worker.destroyForcibly();
        }
    }

    @Test
    void linksWithOtherLlvmOptionsInAChild(@TempDir Path folder) throws Exception {
        Process worker = start(folder);
        String first = folder.resolve("first.o").toString();
        String second = folder.resolve("second.o").toString();
        try (Writer requests = worker.outputWriter(StandardCharsets.UTF_8);
                BufferedReader responses = worker.inputReader(StandardCharsets.UTF_8)) {
            String input = Path.of("src/build/training.ll").toString();
            for (String options : List.of("\"-O2\"", "\"--unroll-loops\"", "\"-O1\"", "\"--unroll-loops\"")) {
                String output = options.contains("unroll") ? second : first;
                String request = "{\"arguments\":[\"--llvm=embedded\",\"--btf\"," + options + ",\"-o\","
                        + JsonValue.of(output) + "," + JsonValue.of(input) + "]}";
                assertThat(ask(requests, responses, request))
                        .hasToString("{\"exitCode\":0,\"output\":\"\",\"requestId\":0}");
            }
            JsonValue inspected =
                    ask(requests, responses, "{\"arguments\":[\"inspect\",\"--json\"," + JsonValue.of(second) + "]}");
            assertThat(inspected.member("exitCode")).contains(JsonValue.of(0));
        } finally {
            worker.destroyForcibly();
        }
        assertThat(Path.of(first)).isNotEmptyFile();
    }

    @Test
    void putsItsOwnArgumentsBeforeThoseOfARequest(@TempDir Path folder) throws Exception {
        Process worker = start(folder, "--log-level=loud");
        try (Writer requests = worker.outputWriter(StandardCharsets.UTF_8);
                BufferedReader responses = worker.inputReader(StandardCharsets.UTF_8)) {
            JsonValue answer = ask(requests, responses, "{\"arguments\":[\"a.bc\",\"-o\",\"a.o\"]}");
            assertThat(answer.member("output").flatMap(JsonValue::asText).orElseThrow())
                    .contains("--log-level does not accept 'loud'");
        } finally {
            worker.destroyForcibly();
        }
    }
}
