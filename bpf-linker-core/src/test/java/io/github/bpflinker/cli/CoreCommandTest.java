package io.github.bpflinker.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpflinker.json.JsonValue;
import io.github.bpflinker.load.bind.Objects;
import io.github.bpflinker.testing.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The commands {@code core} and {@code btf-min}. */
class CoreCommandTest {

    @TempDir
    private Path folder;

    private String object = "";
    private String older = "";
    private String newer = "";

    @BeforeEach
    void kernels() throws IOException {
        object = Objects.compile("core-missing").toString();
        older = kernel("5.10");
        newer = kernel("6.12");
    }

    private String kernel(String name) throws IOException {
        return Files.write(folder.resolve(name + ".btf"), Objects.resource("kernels/" + name + ".btf"))
                .toString();
    }

    private static Run run(String... arguments) {
        return Run.of(
                new Cli((request, onPhase) -> {
                    throw new AssertionError("no link was asked for");
                }),
                arguments);
    }

    @Test
    void showsAColumnForEachKernel() {
        Run run = run("core", object, "--against", older, newer);
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(run.out().lines().toList().subList(0, 2))
                .satisfiesExactly(
                        first -> assertThat(first).endsWith("core-missing.o: 13 CO-RE relocations"),
                        second -> assertThat(second).matches(" +LINE +FUNCTION +RELOCATION +5\\.10 +6\\.12"));
        assertThat(run.out())
                .containsPattern(
                        "core-missing\\.o\\.c:45:9 +guarded +struct task_struct___with_state.state \\(field_exists\\) +1 +0")
                .contains("core-missing.o.c:46:14: no field state in struct task_struct;"
                        + " the program loads only if a check skips this line there (6.12)")
                .contains("no struct nowhere; the program loads only if a check skips this line there\n");
    }

    @Test
    void writesJson() {
        List<String> lines = run("core", "--json", "--against", newer, "--against", older, "--", object)
                .out()
                .lines()
                .toList();
        assertThat(lines).hasSize(1);
        List<JsonValue> relocations = JsonValue.parse(lines.get(0))
                .member("relocations")
                .flatMap(JsonValue::asList)
                .orElseThrow();
        assertThat(relocations).hasSize(13);
        JsonValue result = relocations
                .get(3)
                .member("results")
                .flatMap(JsonValue::asList)
                .orElseThrow()
                .get(0);
        assertThat(result.member("verdict")).contains(JsonValue.of("missing"));
        assertThat(result.member("reason")).contains(JsonValue.of("no field state in struct task_struct"));
        assertThat(relocations.get(3).member("line")).contains(JsonValue.of(46));
    }

    @Test
    void writesMinimalTypesForEachKernel() throws IOException {
        Path target = folder.resolve("new/minimal");
        Run run = run("btf-min", "-o", target.toString(), older, newer, object);
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        for (String name : List.of("5.10.btf", "6.12.btf")) {
            Path minimal = target.resolve(name);
            assertThat(Files.size(minimal)).isLessThan(1000);
            Run against = run("core", object, "--against", minimal.toString());
            assertThat(against.out())
                    .isEqualTo(run(
                                    "core",
                                    object,
                                    "--against",
                                    folder.resolve(name).toString())
                            .out());
        }
    }

    @Test
    @Timeout(60) // a second reader of the pipe waits
    void readsTypesFromAPipe() throws IOException {
        Path pipe = folder.resolve("pipe.btf");
        Command.run("mkfifo", pipe.toString()).orFail();
        Process writer =
                new ProcessBuilder("sh", "-c", "exec cat \"$1\" > \"$2\"", "sh", older, pipe.toString()).start();
        try {
            Run run = run("btf-min", "-o", folder.resolve("minimal").toString(), pipe.toString(), older, object);
            assertThat(run.err()).isEmpty();
        } finally {
            writer.destroy();
        }
        assertThat(folder.resolve("minimal/pipe.btf"))
                .hasBinaryContent(Files.readAllBytes(folder.resolve("minimal/5.10.btf")));
    }

    @Test
    void saysWhatIsMissing() {
        assertThat(run("btf-min", "-o", "x", older, newer).err()).contains("the FILEs have no BPF object");
        assertThat(run("btf-min", "-o", "x", object, object).err()).contains("the FILEs have no BTF of a kernel");
        assertThat(run("btf-min", object, older).err()).contains("the folder for the output is missing: --output DIR");
        assertThat(run("btf-min", "-o", folder.toString(), object, older, older).err())
                .contains("two kernels are named '5.10': name the files by the releases of the kernels");
        Run same = run("btf-min", "-o", folder.toString(), object, older);
        assertThat(same.exitCode()).isNotZero();
        assertThat(Path.of(older)).hasBinaryContent(Objects.resource("kernels/5.10.btf"));
    }
}
