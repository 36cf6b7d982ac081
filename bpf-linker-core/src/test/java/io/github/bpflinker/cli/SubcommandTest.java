package io.github.bpflinker.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpflinker.json.JsonValue;
import io.github.bpflinker.load.host.RunningKernel;
import io.github.bpflinker.load.syscall.Bpf;
import io.github.bpflinker.load.syscall.Errno;
import io.github.bpflinker.load.verify.TrialLoader;
import io.github.bpflinker.testing.Command;
import io.github.bpflinker.testing.Compiler;
import io.github.bpflinker.testing.FailingCalls;
import io.github.bpflinker.testing.Root;
import io.github.bpflinker.testing.Tool;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubcommandTest {

    private static final String PASS = """
            __attribute__((section("xdp"), used)) int pass(void *c) { return 2; }
            char _license[] __attribute__((section("license"), used)) = "GPL";
            """;

    private static final String SOURCE = """
            int counter;
            __attribute__((noinline)) int add(int n) { return counter += n; }
            __attribute__((section("xdp"), used)) int pass(int *ctx) { return add(ctx[3]) ? 2 : 1; }
            char _license[] __attribute__((section("license"), used)) = "GPL";
            """;

    @TempDir
    private Path folder;

    private static Run run(String... arguments) {
        return Run.of(
                new Cli((request, onPhase) -> {
                    throw new AssertionError("no link was asked for");
                }),
                arguments);
    }

    private Path compile(String... options) throws IOException {
        Path source = Files.writeString(folder.resolve("a.c"), SOURCE);
        Path output = folder.resolve("a b.o");
        List<String> command = new ArrayList<>(List.of(Tool.CLANG_22.require().toString()));
        command.addAll(List.of("--target=bpfel", "-O2", "-c", source.toString(), "-o", output.toString()));
        command.addAll(List.of(options));
        Command.run(Path.of("."), command).orFail();
        return output;
    }

    @Test
    void inspectShowsProgramsMapsAndSections() throws IOException {
        Path object = compile("-g");
        Run run = run("inspect", object.toString());
        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .contains("license GPL", "Programs", "Maps", "Sections")
                .containsPattern("pass +xdp +\\d+ +program")
                .containsPattern("add +\\.text +\\d+ +subprogram")
                .containsPattern("\\.bss +\\.bss +4 +global-data")
                .doesNotContain("BTF none");
    }

    @Test
    void inspectWritesOneJsonObjectForEachFile() throws IOException {
        String object = compile().toString();
        Run run = run("inspect", "--json", object, object);
        List<String> lines = run.out().lines().toList();
        assertThat(lines).hasSize(2);
        JsonValue json = JsonValue.parse(lines.get(0));
        assertThat(json.member("file")).contains(JsonValue.of(object));
        assertThat(json.member("license")).contains(JsonValue.of("GPL"));
        assertThat(json.member("btfBytes")).contains(JsonValue.of(0));
        JsonValue function = json.member("functions").flatMap(JsonValue::asList).orElseThrow().stream()
                .filter(value -> value.member("name").equals(Optional.of(JsonValue.of("pass"))))
                .findFirst()
                .orElseThrow();
        assertThat(function.member("kind")).contains(JsonValue.of("program"));
    }

    @Test
    void inspectSaysWhatIsWrongWithAFile() throws IOException {
        Path text = Files.writeString(folder.resolve("text"), "no object");
        Path empty = Files.createFile(folder.resolve("empty"));
        assertThat(run("inspect", text.toString()).err()).startsWith("Error: ").contains("not a valid ELF");
        assertThat(run("inspect", empty.toString()).err()).contains("is empty");
        assertThat(run("inspect", folder.toString()).err()).contains("is a directory");
        assertThat(run("inspect", folder.resolve("missing").toString()).err()).contains("does not exist");
        assertThat(run("inspect", folder.resolve("missing").toString()).exitCode())
                .isEqualTo(1);
    }

    @Test
    void requiresNamesTheOldestKernelAndWhatAsksForIt() throws IOException {
        Path object = compile("-mcpu=v2");
        Run run = run("requires", object.toString());
        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .startsWith(object + ": Linux 5.2 or newer, because of map-value")
                .containsPattern("5\\.2 +code +map-value +\\w+")
                .containsPattern("4\\.16 +code +call +\\w+");
    }

    @Test
    void requiresHasJsonForPrograms() throws IOException {
        Path object = compile("-mcpu=v2");
        Run run = run("requires", "--json", object.toString());
        JsonValue answer = JsonValue.parse(run.out());
        assertThat(answer.member("oldestKernel").flatMap(JsonValue::asText)).hasValue("5.2");
        JsonValue first = answer.member("features")
                .flatMap(JsonValue::asList)
                .orElseThrow()
                .get(0);
        assertThat(first.member("name").flatMap(JsonValue::asText)).hasValue("map-value");
        assertThat(first.member("neededBy").flatMap(JsonValue::asText)).hasValue("kernel");
    }

    @Test
    void requiresFailsForAFileThatIsNoObject() throws IOException {
        Path file = Files.writeString(folder.resolve("text"), "text");
        Run run = run("requires", file.toString());
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("is not a valid ELF object");
    }

    @ParameterizedTest
    @ValueSource(strings = {"requires", "inspect", "load", "inspect --jsn x", "load --required", "llvm --nope"})
    void refusesArgumentsThatMakeNoSense(String arguments) {
        List<String> words = List.of(arguments.split(" "));
        Run run = run(words.toArray(String[]::new));
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err().lines()).hasSize(1);
        assertThat(run.err())
                .startsWith("Error: ")
                .endsWith("(see bpf-linker " + words.get(0) + " --help)" + System.lineSeparator());
    }

    @ParameterizedTest
    @ValueSource(strings = {"requires", "inspect", "load", "llvm"})
    void hasHelp(String command) {
        Run run = run(command, "--help");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).startsWith("Usage: bpf-linker " + command);
    }

    @Test
    void llvmListsWhatWasFoundAndWhatAutoTakes() throws IOException {
        Tool.LIBLLVM_22.require();
        Path bitcode = compile("-emit-llvm");
        Run run = run("llvm", bitcode.toString());
        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .startsWith("PROVIDER")
                .containsPattern("(rustc|system) +22\\.\\d+\\.\\d+ +yes +/.*libLLVM")
                .contains(bitcode + ": LLVM22.")
                .containsPattern("auto takes (system|rustc) 22\\.");
    }

    @Test
    void llvmFailsForAnInputThatIsMissing() {
        Run run = run("llvm", folder.resolve("missing.bc").toString());
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("does not exist");
    }

    @Test
    void clangRunsWithTheArgumentsAsTheyAre() {
        Run run = run("clang", "--version");
        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).contains("clang version 20.1.7");
        assertThat(run("clang", "--no-such-option").exitCode()).isNotZero();
    }

    private static Run load(TrialLoader kernel, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        int exitCode = new LoadCommand(kernel).run(List.of(arguments), new Console(stream, stream));
        return new Run(exitCode, out.toString(StandardCharsets.UTF_8), "");
    }

    private String objectOf(String source) {
        return Compiler.clang(Tool.CLANG_22, folder, "probe.o", source, "--target=bpf", "-O2", "-g")
                .toString();
    }

    @Test
    void loadSkipsByNameUnlessItIsRequired() {
        Root.require();
        String file = objectOf(PASS);
        Bpf forbidden = new Bpf(new FailingCalls((call, command) -> command < 0 ? 0 : Errno.EPERM));
        TrialLoader nothing = TrialLoader.of(new RunningKernel(folder, forbidden));
        Run run = load(nothing, file);
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).startsWith(file + ": skipped: no permission to load: ");
        assertThat(load(nothing, "--required", file).exitCode()).isEqualTo(1);
        assertThat(load(nothing, "--json", file).out()).contains("\"verdict\":\"skipped\"", "\"reason\":");
    }

    @Test
    void loadShowsTheFiguresOfWhatIsAccepted() {
        Root.require();
        String file = objectOf(PASS);
        assertThat(load(TrialLoader.ofSystem(), file).out().lines().toList())
                .satisfiesExactly(
                        first -> assertThat(first).isEqualTo(file + ": accepted, 1 loaded: pass"),
                        head -> assertThat(head).startsWith("  PROGRAM  TYPE  INSTRUCTIONS  VERIFIED  STATES  STACK"),
                        row -> assertThat(row).matches("  pass +xdp +2 +2 +0 +0 +\\d+ +\\d+"));
    }

    @Test
    void listNamesWhatIsPinned() throws IOException {
        Root.require();
        Path pins =
                Path.of("/sys/fs/bpf/subcommand-test-" + ProcessHandle.current().pid());
        try {
            Run pinned = run("load", "--pin", pins.toString(), objectOf(PASS));
            assertThat(pinned.err()).isEmpty();
            assertThat(pinned.out()).endsWith(": pinned in " + pins + ": programs pass; maps none\n");
            assertThat(pins.resolve("pass")).exists();
            assertThat(run("list", "programs").out()).containsPattern("\\d+ +xdp +pass ");
            assertThat(run("list", "--json", "programs", "btf").out()).contains("\"name\":\"pass\"", "\"btf\":[");
        } finally {
            Files.deleteIfExists(pins.resolve("pass"));
            Files.deleteIfExists(pins);
        }
        assertThat(run("list", "nothing").exitCode()).isEqualTo(2);
    }
}
