package io.github.bpflinker.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpflinker.btf.Btf;
import io.github.bpflinker.btf.BtfFile;
import io.github.bpflinker.btf.BtfType;
import io.github.bpflinker.btf.BtfWriter;
import io.github.bpflinker.json.JsonValue;
import io.github.bpflinker.testing.Command;
import io.github.bpflinker.testing.Compiler;
import io.github.bpflinker.testing.Tool;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BtfDumpTest {

    private static final String SOURCE = """
            struct inner { int a; long b; };
            struct outer { struct inner in; struct other *next; };
            struct other { char c; };
            struct other unused;
            __attribute__((section("xdp"), used)) int pass(struct outer *o) { return o->in.a; }
            """;

    @TempDir
    private Path folder;

    private String object = "";

    @BeforeEach
    void compile() {
        object = Compiler.clang(Tool.CLANG_22, folder, "a.o", SOURCE, "--target=bpfel", "-O2", "-g")
                .toString();
    }

    private static Run run(String... arguments) {
        return Run.of(
                new Cli((request, onPhase) -> {
                    throw new AssertionError("no link was asked for");
                }),
                arguments);
    }

    private static String output(String... arguments) {
        Run run = run(arguments);
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        return run.out();
    }

    @Test
    void listsTypes() {
        assertThat(output("btf-dump", object))
                .contains("STRUCT 'inner' size=16 vlen=2")
                .doesNotContain("# ");
        assertThat(output("btf-dump", "--format=raw", object)).isEqualTo(output("btf-dump", object));
    }

    @Test
    void namesEachOfSeveralFiles() {
        String listing = output("btf-dump", object);
        assertThat(output("btf-dump", object, object))
                .isEqualTo("# " + object + "\n" + listing + "# " + object + "\n" + listing);
    }

    @Test
    void listsFunctionsAndLinesWhereTheyAreAskedFor() {
        assertThat(output("btf-dump", object)).doesNotContain("func_info");
        assertThat(output("btf-dump", "--ext", object)).contains("func_info of 'xdp'", "line_info of 'xdp'");
    }

    @Test
    void writesAHeaderThatCompiles() {
        Path header = folder.resolve("types.h");
        assertThat(output("btf-dump", "--format", "c", object, "-o", header.toString()))
                .isEmpty();
        String source = "#include \"types.h\"\n_Static_assert(sizeof(struct inner) == 16, \"\");\n";
        Compiler.clang(Tool.CLANG_22, folder, "b.o", source, "--target=bpfel", "-O2", "-Werror");
        assertThat(header).content().contains("struct other {");
    }

    @Test
    void writesOnlyWhatARootNeeds() {
        assertThat(output("btf-dump", "--format=c", "--root", "inner", object))
                .contains("struct inner {")
                .doesNotContain("struct outer {", "struct other");
        assertThat(output("btf-dump", "--format=c", "--root=inner,other", object))
                .contains("struct inner {", "struct other {")
                .doesNotContain("struct outer {");
    }

    @Test
    void writesTypesForRust() {
        assertThat(output("btf-dump", "--format=rust", object))
                .contains("macro_rules! core_read", "pub struct inner{_opaque:u8,pub a:Field<i32>,pub b:Field<i64>,}");
        assertThat(output("btf-dump", "--format=rust", "--layout", "--root=inner", object))
                .contains("pub struct inner{pub a:i32,pub _pad_4:[u8;4],pub b:i64,}")
                .doesNotContain("macro_rules", "struct outer");
    }

    @Test
    void writesOneJsonObjectAFile() {
        List<String> lines =
                output("btf-dump", "--format", "json", object, object).lines().toList();
        assertThat(lines).hasSize(2);
        assertThat(JsonValue.parse(lines.get(0)).member("types")).isPresent();
    }

    @Test
    void readsTypesThatContinueOthers() throws Exception {
        List<BtfType> own = List.of(new BtfType.Typedef("mine", 1));
        Btf base = BtfFile.read(Path.of(object), null).btf();
        Path split = folder.resolve("split.btf");
        Files.write(split, BtfWriter.write(Btf.split("split", base, own)));
        assertThat(output("btf-dump", "--base", object, split.toString()))
                .isEqualTo("[" + base.typeCount() + "] TYPEDEF 'mine' type_id=1\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--format xml a.o        | --format does not accept 'xml': use raw, c, rust or json",
                "--format c a.o b.o      | a header is made of one FILE",
                "--root task a.o         | --root is for headers and layouts: --format c, or --format rust --layout",
                "--format rust --root task a.o | --root is for headers and layouts: --format c, or --format rust --layout",
                "--format c --layout a.o | --layout is for Rust: --format rust",
                "--format rust a.o b.o   | a crate is made of one FILE",
                "--format json --ext a.o | --ext is for listings: --format raw",
                "--format c              | missing required parameter: 'FILE'"
            })
    void saysWhatMakesNoSense(String arguments, String expected) {
        Run run = run(("btf-dump " + arguments).split(" "));
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .isEqualToNormalizingNewlines("Error: " + expected + " (see bpf-linker btf-dump --help)\n");
    }

    @Test
    void saysInOneSentenceWhyThereIsNothingToShow() throws Exception {
        Path text = Files.writeString(folder.resolve("a.txt"), "no BTF at all, but long enough for a header");
        for (String file : List.of(
                text.toString(), folder.toString(), folder.resolve("none").toString())) {
            Run run = run("btf-dump", file);
            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.out()).isEmpty();
            assertThat(run.err().lines()).singleElement().asString().startsWith("Error: '" + file + "'");
        }
        Run unknown = run("btf-dump", "--format=c", "--root=nobody", object);
        assertThat(unknown.err().lines()).singleElement().asString().contains("'nobody'");
    }

    @Test
    void leavesTheOutputAsItWasIfItFails() throws Exception {
        Path output = Files.writeString(folder.resolve("out"), "before");
        assertThat(run("btf-dump", object, folder.resolve("none").toString(), "-o", output.toString())
                        .exitCode())
                .isEqualTo(1);
        assertThat(output).hasContent("before");
    }

    @Test
    void listsTypesAsBpftoolDoes() {
        String bpftool = Tool.BPFTOOL.require().toString();
        assertThat(output("btf-dump", object))
                .isEqualTo(Command.run(bpftool, "btf", "dump", "file", object).orFail());
    }
}
