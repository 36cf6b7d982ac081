package io.github.bpflinker.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpflinker.json.JsonValue;
import io.github.bpflinker.machine.KernelMatrix;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KernelLoadTest {

    private static final String ACCEPTED = """
            {"verdict":"accepted","programs":[{"name":"first","verdict":"accepted"},\
            {"name":"second","verdict":"accepted"}]}""";

    @TempDir
    private Path folder;

    private static Run run(String... arguments) {
        return Run.of(
                new Cli((request, onPhase) -> {
                    throw new AssertionError("no link was asked for");
                }),
                arguments);
    }

    private static Run report(boolean json, KernelMatrix.Column... columns) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
        int exitCode = new KernelLoad(List.of("vmlinuz"), json)
                .report(new KernelMatrix(List.of(columns)), new Console(print, print));
        return new Run(exitCode, out.toString(StandardCharsets.UTF_8), "");
    }

    private static KernelMatrix.Column column(String release, String answer) {
        return new KernelMatrix.Column(
                Path.of("vmlinuz"), release, 1000, Map.of("demo.bpf.o", JsonValue.parse(answer)));
    }

    @Test
    void printsATableAndTheReasonOfEachRefusal() {
        Run run = report(false, column("6.1.0-56-cloud-amd64", ACCEPTED), column("5.10.0-46-cloud-amd64", """
                {"verdict":"refused","programs":[{"name":"first","verdict":"not-reached"},{"name":"second",\
                "verdict":"refused","message":"invalid func unknown#208","source":"demo.bpf.c","line":4}]}"""));

        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(run.out()).isEqualToNormalizingNewlines("""
                PROGRAM            6.1.0-56-cloud-amd64  5.10.0-46-cloud-amd64
                demo.bpf.o first   accepted              not-reached
                demo.bpf.o second  accepted              refused
                demo.bpf.c:4: Linux 5.10.0-46-cloud-amd64 refuses demo.bpf.o, program second: invalid func unknown#208
                """);
    }

    @Test
    void namesNoProgramWhereTheObjectIsRefusedAsAWhole() {
        Run run = report(false, column("5.10.0", "{\"verdict\":\"refused\",\"reason\":\"no such map\"}"));

        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(run.out()).endsWith("Linux 5.10.0 refuses demo.bpf.o: no such map" + System.lineSeparator());
    }

    @Test
    void succeedsWhereOnlyOptionalProgramsAreRefused() {
        Run run = report(false, column("5.10.0", """
                {"verdict":"accepted","programs":[{"name":"first","verdict":"accepted"},\
                {"name":"second","verdict":"refused","optional":true,"message":"invalid func unknown#208"}]}"""));

        assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(run.out()).contains("demo.bpf.o second  refused").doesNotContain("refuses");
    }

    @Test
    void printsTheSameAsJson() {
        Run run = report(true, column("6.1.0", ACCEPTED));

        assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(JsonValue.parse(run.out().strip()).asList().orElseThrow())
                .singleElement()
                .satisfies(kernel -> {
                    assertThat(kernel.member("kernel")).contains(JsonValue.of("6.1.0"));
                    assertThat(kernel.member("objects").flatMap(objects -> objects.member("demo.bpf.o")))
                            .contains(JsonValue.parse(ACCEPTED));
                });
    }

    @Test
    void saysWhichImageIsMissing() throws IOException {
        Path object = Files.writeString(folder.resolve("a.o"), "not read on this machine");

        Run run = run("load", "--kernel-image=" + folder.resolve("nothing"), object.toString());

        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("Error: there is no kernel image").contains("name a vmlinuz or bzImage");
    }

    @Test
    void refusesOptionsThatAreOfTheRunningKernel() {
        Run pin = run("load", "--kernel-image=vmlinuz", "--pin=/sys/fs/bpf/x", "a.o");
        Run required = run("load", "--kernel-image=vmlinuz", "--required", "a.o");

        assertThat(List.of(pin.exitCode(), required.exitCode())).containsOnly(ExitCode.USAGE);
        assertThat(pin.err()).contains("--pin can't be used with --kernel-image");
        assertThat(required.err()).contains("--required can't be used with --kernel-image");
    }
}
