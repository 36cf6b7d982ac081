package io.github.bpflinker.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpflinker.json.JsonValue;
import io.github.bpflinker.kernel.KernelLoader;
import io.github.bpflinker.testing.Command;
import io.github.bpflinker.testing.Compiler;
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
        assertThat(run("inspect", text.toString()).err()).startsWith("Error: ").contains("no valid ELF");
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
        assertThat(run.err()).contains("is no valid ELF object");
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
                .containsPattern("system +22\\.\\d+\\.\\d+ +yes +/.*libLLVM")
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

    private static Run load(KernelLoader kernel, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        int exitCode = new LoadCommand(kernel).run(List.of(arguments), new Console(stream, stream));
        return new Run(exitCode, out.toString(StandardCharsets.UTF_8), "");
    }

    @Test
    void loadSkipsByNameUnlessItIsRequired() throws IOException {
        String file = Files.writeString(folder.resolve("x.o"), "x").toString();
        KernelLoader nothing = new KernelLoader(Optional.empty(), folder, folder);
        Run run = load(nothing, file);
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).startsWith(file + ": skipped: no bpftool found");
        assertThat(load(nothing, "--required", file).exitCode()).isEqualTo(1);
    }

    private Path objectOf(String source) {
        return Compiler.clang(Tool.CLANG_22, folder, "probe.o", source, "--target=bpf", "-O2", "-g");
    }

    /** With a bpftool that prints this and fails. */
    private Run loadWith(String printed, Path object) throws IOException {
        Files.writeString(folder.resolve("printed"), printed);
        Path bpftool = Files.writeString(
                folder.resolve("bpftool"), "#!/bin/sh\ncat '" + folder.resolve("printed") + "' >&2\nexit 1\n");
        assertThat(bpftool.toFile().setExecutable(true)).isTrue();
        Path pins = Files.createDirectory(folder.resolve("pins"));
        Files.createDirectories(folder.resolve("proc/self"));
        Files.writeString(folder.resolve("proc/self/mounts"), "bpf " + pins + " bpf rw 0 0\n");
        Run run = load(new KernelLoader(Optional.of(bpftool), pins, folder), object.toString());
        assertThat(pins).isEmptyDirectory();
        return run;
    }

    @Test
    void loadNamesTheComplaintFirstHoweverLongTheLogIs() throws IOException {
        Path object = objectOf("""
                __attribute__((section("xdp"), used)) int broken(int *c) { return *(int *)(long)c[3]; }
                """);
        String report = "\nVerification failed: Register Type Safety: Invalid dereference\n\nReason:\n  No.\n\n"
                + "At:\n  broken @ probe.o.c:1:67\n" + "  Causal step\n".repeat(100)
                + "\nSuggestion:\n  Write it otherwise.\n\n";
        Run run = loadWith(
                "libbpf: prog 'broken': BPF program load failed: Permission denied\n"
                        + "libbpf: prog 'broken': -- BEGIN PROG LOAD LOG --\n"
                        + "0: (61) r1 = *(u32 *)(r1 +12)\n1: (61) r0 = *(u32 *)(r1 +0)\n"
                        + "R1 invalid mem access 'scalar'\n" + report
                        + "processed 2 insns (limit 1000000)\n-- END PROG LOAD LOG --\n"
                        + "libbpf: prog 'broken': failed to load: -13\n",
                object);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out())
                .startsWith(object + ": refused: program 'broken': R1 invalid mem access 'scalar' (")
                .contains("probe.o.c:1:67)\n", "  1: (61) r0", "  Suggestion: Write it otherwise.\n")
                .doesNotContain("Causal step");
    }

    @Test
    void loadPassesOnWhyTheLoaderGaveUp() throws IOException {
        Path object = objectOf("""
                __attribute__((section("fentry/no_such_function"), used)) int probe(void *c) { return 0; }
                """);
        Run run = loadWith("""
                libbpf: prog 'probe': failed to find kernel BTF type ID of 'no_such_function': -3
                libbpf: prog 'probe': failed to prepare load attributes: -3
                libbpf: prog 'probe': failed to load: -3
                """, object);
        assertThat(run.out())
                .isEqualTo(object + ": refused: program 'probe': failed to find kernel BTF type ID of"
                        + " 'no_such_function': -3\n");
    }

    @Test
    void loadDoesNotTakeAWarningOfTheLoaderForTheReason() throws IOException {
        Path object = objectOf("__attribute__((section(\"xdp\"), used)) int pass(void *c) { return 2; }\n");
        Run run = loadWith("""
                libbpf: elf: skipping unrecognized data section(4) .rodata.str1.1
                libbpf: Error in bpf_create_map_xattr(m):Invalid argument(-22). Retrying without BTF.
                libbpf: map 'm': failed to create: Invalid argument(-22)
                libbpf: failed to load object 'probe.o'
                Error: failed to load object file
                """, object);
        assertThat(run.out()).isEqualTo(object + ": refused: map 'm': failed to create: Invalid argument(-22)\n");
    }
}
