package io.github.bpflinker.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.bpflinker.diagnostic.Diagnostic;
import io.github.bpflinker.diagnostic.LinkException;
import io.github.bpflinker.diagnostic.Problem;
import io.github.bpflinker.testing.Command;
import io.github.bpflinker.testing.Compiler;
import io.github.bpflinker.testing.Tool;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArchiveTest {

    private static final String LONG_NAME = "a_name_that_is_too_long_for_a_header.bc";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"--format=gnu", "--format=bsd", "--thin", "--format=darwin"})
    void readsWhatLlvmArWrites(String option) {
        makeMembers();
        Compiler.llvm(folder, "llvm-ar", option, "rcs", "lib.a", "a.bc", LONG_NAME, "plain.o", "notes.txt");

        Archive archive = open();

        assertThat(archive.members())
                .extracting(ArchiveMember::name)
                .containsExactly("a.bc", LONG_NAME, "plain.o", "notes.txt");
        assertThat(names(archive, "first")).containsExactly("a.bc");
        assertThat(names(archive, "second")).containsExactly(LONG_NAME);
        assertThat(names(archive, "both")).contains("a.bc");
        ArchiveMember member = archive.members().get(1);
        assertThat(member.displayName()).isEqualTo(archive.name() + "(" + LONG_NAME + ")");
        assertThat(member.content()).get().isInstanceOfSatisfying(ModuleInput.class, input -> {
            assertThat(input.name()).isEqualTo(member.displayName());
            assertThat(input.modules()).hasSize(1);
            assertThat(input.modules().get(0).producer()).isPresent();
        });
        assertThat(archive.members().get(2).content())
                .get()
                .isInstanceOfSatisfying(CompiledObject.class, object -> assertThat(object.undefined())
                        .containsExactly("needed"));
        assertThat(archive.members().get(3).content()).isEmpty();
    }

    @Test
    void readsTheTableOfHugeArchives() {
        makeMembers();
        Path ar = Tool.LLVM_22_TOOLS.require().resolveSibling("llvm-ar");
        Command.run(folder, List.of("env", "SYM64_THRESHOLD=0", ar.toString(), "rcs", "lib.a", "a.bc", LONG_NAME))
                .orFail();

        assertThat(names(open(), "first")).containsExactly("a.bc");
    }

    @ParameterizedTest
    @EnumSource(ArchiveBuilder.Format.class)
    void keepsTheOrderOfMembersThatDefineTheSameSymbol(ArchiveBuilder.Format format) {
        byte[] bytes = new ArchiveBuilder(format)
                .member("one.o", new byte[3], "x", "shared")
                .member("two.o", new byte[4], "shared", "y")
                .build();

        Archive archive = read(bytes);

        assertThat(archive.symbolTable().keySet()).containsExactly("x", "shared", "y");
        assertThat(archive.symbolTable().get("shared")).isEqualTo(archive.members());
    }

    @Test
    void membersOfThinArchivesAreBesideIt() throws IOException {
        Files.createDirectories(folder.resolve("sub"));
        Compiler.write(folder.resolve("sub"), "m.ll", "declare void @f()");
        Files.write(
                folder.resolve("lib.a"),
                new ArchiveBuilder(ArchiveBuilder.Format.GNU)
                        .asThin()
                        .member("sub/m.ll", new byte[17])
                        .member("sub/gone.ll", new byte[17])
                        .build());

        Archive archive = open();

        assertThat(archive.members().get(0).content()).get().isInstanceOf(ModuleInput.class);
        assertThatThrownBy(archive.members().get(1)::content).isInstanceOfSatisfying(LinkException.class, e -> {
            assertThat(e.diagnostic().problem()).isEqualTo(Problem.INPUT_MISSING);
            assertThat(e.diagnostic().input()).endsWith("gone.ll");
            assertThat(e.diagnostic().related()).containsExactly(archive.name());
        });
    }

    @Test
    void aThinArchiveInMemoryHasNoMembers() {
        byte[] bytes = new ArchiveBuilder(ArchiveBuilder.Format.GNU)
                .asThin()
                .member("m.o", new byte[1])
                .build();

        assertThat(failure(bytes)).contains("thin", "m.o");
    }

    @Test
    void tablesAndMetadataAreNothingToLink() {
        Archive archive = read(new ArchiveBuilder(ArchiveBuilder.Format.GNU)
                .member("lib.rmeta", "rust\0\0\0\1".getBytes(StandardCharsets.UTF_8))
                .member("empty.o", new byte[0])
                .member("nested.a", "!<arch>\n".getBytes(StandardCharsets.UTF_8))
                .build());

        assertThat(archive.members()).hasSize(3).allSatisfy(member -> assertThat(member.content())
                .isEmpty());
    }

    @Test
    void anArchiveWithoutMembersIsOne() {
        Archive archive = read("!<arch>\n".getBytes(StandardCharsets.UTF_8));

        assertThat(archive.members()).isEmpty();
        assertThat(archive.symbolTable()).isEmpty();
    }

    @Test
    void aMemberThatIsCutBitcodeIsAnErrorOfThatMember() {
        byte[] cut = BitcodeBuilder.withMagic()
                .fixed(1, 2)
                .vbr(8, 8)
                .vbr(3, 4)
                .align()
                .fixed(9, 32)
                .bytes();
        Archive archive = read(new ArchiveBuilder(ArchiveBuilder.Format.GNU)
                .member("cut.o", cut)
                .build());

        assertThatThrownBy(archive.members().get(0)::content).isInstanceOfSatisfying(LinkException.class, e -> {
            assertThat(e.diagnostic().problem()).isEqualTo(Problem.BITCODE_INVALID);
            assertThat(e.diagnostic().input()).isEqualTo("lib.a(cut.o)");
            assertThat(e.diagnostic().detail()).contains("ends 36 bytes early");
        });
    }

    @Test
    void namesThePlaceWhereAnArchiveIsCut() {
        byte[] bytes = new ArchiveBuilder(ArchiveBuilder.Format.GNU)
                .member("one.o", new byte[100], "x")
                .build();

        assertThat(failure(Arrays.copyOf(bytes, bytes.length - 10))).contains("offset 138", "90 are left");
        assertThat(failure(Arrays.copyOf(bytes, 100))).contains("member header at offset 78");
    }

    @Test
    void refusesATableThatPointsAtNoMember() {
        byte[] bytes = new ArchiveBuilder(ArchiveBuilder.Format.GNU)
                .member("one.o", new byte[2], "x")
                .build();
        ByteBuffer.wrap(bytes).putInt(72, 4711);

        assertThat(failure(bytes)).contains("x is at offset 4711");
    }

    @Test
    void refusesATableThatCountsMoreThanItHolds() {
        byte[] bytes = new ArchiveBuilder(ArchiveBuilder.Format.GNU)
                .member("one.o", new byte[2], "x")
                .build();
        ByteBuffer.wrap(bytes).putInt(68, -1);

        assertThat(failure(bytes)).contains("4294967295 symbols");
    }

    @Test
    void refusesNamesThatOverlapOverAndOver() {
        StringBuilder archive = new StringBuilder("!<arch>\n");
        String header = "%-16s%-12d%-6d%-6d%-8s%-10d`\n";
        String names = "n".repeat(20_000);
        archive.append(String.format(Locale.ROOT, header, "//", 0, 0, 0, "0", names.length()))
                .append(names);
        for (int i = 0; i < 20; i++) {
            archive.append(String.format(Locale.ROOT, header, "/" + i, 0, 0, 0, "0", 0));
        }

        assertThat(failure(archive.toString().getBytes(StandardCharsets.US_ASCII)))
                .contains("overlap");
    }

    private void makeMembers() {
        String first = "int first; __attribute__((weak)) int both(void) { return 1; }";
        String second = "int second; __attribute__((weak)) int both(void) { return 2; }";
        String plain = "extern int needed(void); int plain(void) { return needed(); }";
        Compiler.clang(Tool.CLANG_22, folder, "a.bc", first, "-target", "bpf", "-O2", "-emit-llvm");
        Compiler.clang(Tool.CLANG_22, folder, LONG_NAME, second, "-target", "bpf", "-O2", "-emit-llvm");
        Compiler.clang(Tool.CLANG_22, folder, "plain.o", plain, "-target", "bpf", "-O2");
        Compiler.write(folder, "notes.txt", "Nothing to see here.");
    }

    private Archive open() {
        return (Archive) InputReader.read(Input.of(folder.resolve("lib.a")));
    }

    private static Archive read(byte[] bytes) {
        return (Archive) InputReader.read(Input.of("lib.a", ByteBuffer.wrap(bytes)));
    }

    private static List<String> names(Archive archive, String symbol) {
        return archive.symbolTable().getOrDefault(symbol, List.of()).stream()
                .map(ArchiveMember::name)
                .toList();
    }

    private static String failure(byte[] bytes) {
        Diagnostic diagnostic =
                catchThrowableOfType(LinkException.class, () -> read(bytes)).diagnostic();
        assertThat(diagnostic.problem()).isEqualTo(Problem.ARCHIVE_INVALID);
        assertThat(diagnostic.input()).isEqualTo("lib.a");
        return String.valueOf(diagnostic.detail());
    }
}
