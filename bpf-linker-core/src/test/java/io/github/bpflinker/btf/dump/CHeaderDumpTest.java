package io.github.bpflinker.btf.dump;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.bpflinker.btf.Btf;
import io.github.bpflinker.btf.BtfFile;
import io.github.bpflinker.btf.BtfSamples;
import io.github.bpflinker.btf.BtfType;
import io.github.bpflinker.btf.BtfType.Array;
import io.github.bpflinker.btf.BtfType.Enumerator;
import io.github.bpflinker.btf.BtfType.FuncProto;
import io.github.bpflinker.btf.BtfType.Int;
import io.github.bpflinker.btf.BtfType.Member;
import io.github.bpflinker.btf.BtfType.Param;
import io.github.bpflinker.btf.BtfType.Ptr;
import io.github.bpflinker.btf.BtfType.Struct;
import io.github.bpflinker.btf.BtfType.Typedef;
import io.github.bpflinker.diagnostic.LinkException;
import io.github.bpflinker.diagnostic.Problem;
import io.github.bpflinker.testing.Command;
import io.github.bpflinker.testing.Tool;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CHeaderDumpTest {

    private static final BtfType INT = new Int("int", 4, Int.SIGNED, 0, 32);

    @TempDir
    Path folder;

    static List<Path> sources() {
        return BtfSamples.sources();
    }

    @Test
    void kernelHeaderHasTheKernelsLayout() throws IOException {
        new HeaderCheck(BtfSamples.kernel(), folder).sizesAndOffsetsAreRight("gnu17");
    }

    @Test
    void kernelHeaderHasTheKernelsBitFields() throws IOException {
        new HeaderCheck(BtfSamples.kernel(), folder).bitFieldsAreRight();
    }

    @ParameterizedTest
    @MethodSource("sources")
    void headerOfAnObjectHasItsLayoutInOldAndNewC(Path source) throws IOException {
        Btf btf = BtfSamples.compileAndRead(source.getFileName().toString(), "bpf", folder)
                .btf();

        HeaderCheck check = new HeaderCheck(btf, folder);

        check.sizesAndOffsetsAreRight("gnu17");
        check.sizesAndOffsetsAreRight("gnu23");
        check.bitFieldsAreRight();
    }

    @Test
    void headerOfRustTypesHasTheirLayout() throws IOException {
        Path object = BtfSamples.compileRust(BtfSamples.source("rust.rs"), folder);

        HeaderCheck check = new HeaderCheck(BtfFile.read(object, null).btf(), folder);

        check.sizesAndOffsetsAreRight("gnu17");
        check.sizesAndOffsetsAreRight("gnu23");
    }

    /** As in {@code struct vm_fault}: C reaches the members by their names alone. */
    @Test
    void anonymousStructsKeepTheirQualifiers() throws IOException {
        BtfType inner = new Struct("", 4, List.of(new Member("inside", 1, 0, 0)), false);
        BtfType outer = new Struct("outer", 4, List.of(new Member("", 4, 0, 0)), false);
        Btf btf = Btf.of(
                "test",
                ByteOrder.LITTLE_ENDIAN,
                List.of(INT, inner, new BtfType.Const(2), new BtfType.Volatile(3), outer));
        StringBuilder header = new StringBuilder();
        CHeaderDump.write(btf, header);
        assertThat(header).contains("struct outer {\n\tvolatile const struct {\n\t\tint inside;\n\t};\n};");
    }

    @Test
    void keepsOnlyWhatTheRootsNeed() throws IOException {
        StringBuilder header = new StringBuilder();
        CHeaderDump.write(BtfSamples.kernel(), List.of("sk_buff", "pid_t", "bpf_map_type"), header);
        compile(header, "struct sk_buff *skb; pid_t pid; enum bpf_map_type t = BPF_MAP_TYPE_HASH;");

        assertThat(header)
                .contains("\nstruct net_device;\n")
                .contains("\nstruct sk_buff {\n")
                .doesNotContain("struct net_device {")
                .doesNotContain("task_struct")
                .hasSizeLessThan(40_000);
    }

    @Test
    void writesOfABaseWhatSplitTypesNeed() throws IOException {
        Btf base = made(
                INT,
                new Struct("used", 4, List.of(new Member("a", 1, 0, 0)), false),
                new Struct("unused", 4, List.of(new Member("a", 1, 0, 0)), false));
        Btf split =
                Btf.split("split", base, List.of(new Struct("own", 4, List.of(new Member("used", 2, 0, 0)), false)));

        assertThat(compiled(split)).contains("struct used {", "struct own {").doesNotContain("unused");
    }

    @Test
    void namesARootThatIsNotThere() {
        Btf btf = made(INT);

        assertThatExceptionOfType(LinkException.class)
                .isThrownBy(() -> CHeaderDump.write(btf, List.of("nothing"), new StringBuilder()))
                .satisfies(e -> {
                    assertThat(e.diagnostic().problem()).isEqualTo(Problem.BTF_TYPE_UNKNOWN);
                    assertThat(e.diagnostic().symbol()).isEqualTo("nothing");
                });
    }

    @Test
    void tellsTypesOfOneNameApartAsBpftoolDoes() throws IOException {
        String header = compiled(made(
                INT,
                new Struct("twice", 4, List.of(new Member("a", 1, 0, 0)), false),
                new Struct("twice", 8, List.of(new Member("b", 1, 32, 0)), false),
                new BtfType.Fwd("twice", false),
                new Typedef("twice", 4),
                new BtfType.Enum("e", 4, false, List.of(new Enumerator("twice", 1), new Enumerator("X", 2))),
                new BtfType.Enum("e", 4, false, List.of(new Enumerator("X", 3)))));

        assertThat(header)
                .contains("struct twice {\n\tint a;\n};")
                .contains("struct twice___2 {\n\tint: 32;\n\tint b;\n};")
                .contains("typedef struct twice twice;")
                .contains("enum e {\n\ttwice___2 = 1,\n\tX = 2,\n};")
                .contains("enum e___2 {\n\tX___2 = 3,\n};");
    }

    @Test
    void declaresWhatRustNamesInWordsThatCKnows() throws IOException {
        Btf btf = made(
                new Int("u8", 1, 0, 0, 8),
                new Int("usize", 8, 0, 0, 64),
                new Int("bool", 1, Int.BOOL, 0, 8),
                new Int("char", 4, 0, 0, 32),
                new BtfType.Float("f64", 8),
                new Int("u128", 16, 0, 0, 128),
                new Struct(
                        "Foo<u8, &str>",
                        64,
                        List.of(
                                new Member("wide", 6, 0, 0),
                                new Member("__0", 2, 128, 0),
                                new Member("int", 5, 192, 0),
                                new Member("__0", 4, 256, 0),
                                new Member("flag", 3, 288, 0),
                                new Member("byte", 1, 296, 0),
                                new Member("rest", 8, 304, 0)),
                        false),
                new Array(1, 2, 9),
                new Typedef("u8", 1));

        assertThat(compiled(btf))
                .contains("typedef unsigned char u8;")
                .contains("typedef _Bool bool;")
                .contains("typedef unsigned int char___2;")
                .contains("typedef u8 u8___2;")
                .contains("struct Foo_3C_u8_2C__20__26_str_3E_ {")
                .contains("\tf64 int___2;")
                .contains("\tchar___2 __0___2;");
        new HeaderCheckOfMade(btf).sizeIs("struct Foo_3C_u8_2C__20__26_str_3E_", 64);
    }

    @Test
    void keepsTheSizeOfWhatCCannotLayOut() throws IOException {
        Btf btf = made(
                INT,
                new Struct("overlap", 8, List.of(new Member("a", 1, 0, 0), new Member("b", 1, 16, 0)), false),
                new Struct("sparse", 1 << 20, List.of(new Member("a", 1, 0, 0), new Member("b", 1, 1 << 22, 0)), false),
                new BtfType.Union("odd", 7, List.of(new Member("a", 1, 0, 0)), false),
                new BtfType.Enum("narrow", 2, false, List.of(new Enumerator("N", 1))),
                new BtfType.Enum64(
                        "wide", 8, true, List.of(new Enumerator("MIN", Long.MIN_VALUE), new Enumerator("ONE", 1))),
                new BtfType.Enum64("small", 8, false, List.of(new Enumerator("S", 1))));

        HeaderCheckOfMade check = new HeaderCheckOfMade(btf);
        check.sizeIs("struct overlap", 8);
        check.sizeIs("struct sparse", 1 << 20);
        check.sizeIs("union odd", 7);
        check.sizeIs("enum narrow", 2);
        check.sizeIs("enum wide", 8);
        check.sizeIs("enum small", 8);
        assertThat(compiled(btf)).hasSizeLessThan(2000);
    }

    @Test
    void declaresFunctionPointersAndArraysInsideOut() throws IOException {
        String header = compiled(made(
                INT,
                new FuncProto(1, List.of(new Param("", 1), new Param("", 0))),
                new Ptr(2),
                new Array(3, 1, 4),
                new Ptr(4),
                new Typedef("callbacks", 5),
                new FuncProto(3, List.of()),
                new BtfType.Const(3),
                new Struct("s", 16, List.of(new Member("returns", 10, 0, 0), new Member("fixed", 8, 64, 0)), false),
                new Ptr(7),
                new FuncProto(0, List.of(new Param("", 0))),
                new Typedef("old_style", 11)));

        assertThat(header)
                .contains("typedef int (*(*callbacks)[4])(int, ...);")
                .contains("int (*(*returns)(void))(int, ...);")
                .contains("int (* const fixed)(int, ...);")
                .contains("typedef void old_style(void);");
    }

    @Test
    void rejectsAnonymousTypesThatNestWithoutEnd() {
        Btf btf = made(
                new Struct("", 8, List.of(new Member("next", 2, 0, 0)), false), new Ptr(1), new Typedef("endless", 1));

        assertThatExceptionOfType(LinkException.class)
                .isThrownBy(() -> CHeaderDump.write(btf, new StringBuilder()))
                .satisfies(e -> assertThat(e.diagnostic().problem()).isEqualTo(Problem.BTF_INVALID));
    }

    @Test
    void rejectsAnonymousTypesThatRepeatWithoutMeasure() {
        BtfType[] types = new BtfType[41];
        types[0] = INT;
        for (int i = 1; i < 40; i++) {
            types[i] = new BtfType.Union("", 4, List.of(new Member("a", i, 0, 0), new Member("b", i, 0, 0)), false);
        }
        types[40] = new Typedef("bomb", 40);

        assertThatExceptionOfType(LinkException.class)
                .isThrownBy(() -> CHeaderDump.write(made(types), new StringBuilder()))
                .satisfies(e -> assertThat(e.diagnostic().detail()).contains("repeat too often"));
    }

    private static Btf made(BtfType... types) {
        return Btf.of("made", ByteOrder.LITTLE_ENDIAN, List.of(types));
    }

    private String compiled(Btf btf) throws IOException {
        StringBuilder header = new StringBuilder();
        CHeaderDump.write(btf, header);
        compile(header, "");
        return header.toString();
    }

    private void compile(CharSequence header, String code) throws IOException {
        Path file = Files.writeString(folder.resolve("made.c"), header + code + "\n");
        for (String standard : List.of("gnu11", "gnu17", "gnu23")) {
            Command.run(
                            Tool.CLANG_22.require().toString(),
                            "-target",
                            "bpf",
                            "-std=" + standard,
                            "-Wall",
                            "-Werror",
                            "-fsyntax-only",
                            file.toString())
                    .orFail();
        }
    }

    /** Compiles a made header with an assertion on a size. */
    private final class HeaderCheckOfMade {
        private final StringBuilder header = new StringBuilder();

        private HeaderCheckOfMade(Btf btf) throws IOException {
            CHeaderDump.write(btf, header);
        }

        private void sizeIs(String type, long size) throws IOException {
            compile(header, "_Static_assert(sizeof(" + type + ") == " + size + ", \"\");");
        }
    }
}
