package io.github.bpflinker.elf;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpflinker.testing.Command;
import io.github.bpflinker.testing.Compiler;
import io.github.bpflinker.testing.Tool;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ElfRewriterTest {

    private static final String SOURCE = """
            __attribute__((section(".maps"), used)) struct { int (*type)[1]; int (*max_entries)[4]; } counts;
            static int (*lookup)(void *) = (void *)1;
            int other(int x);
            __attribute__((noinline)) int twice(int x) { return x * 2 + other(x); }
            __attribute__((section("xdp"), used)) int program(int *c) { return twice(*c) + lookup(&counts); }
            """;

    @TempDir
    private Path folder;

    private ElfFile compiled(String target) throws IOException {
        Path object = Compiler.clang(Tool.CLANG_22, folder, "a.o", SOURCE, "-target", target, "-O2", "-g");
        return read(Files.readAllBytes(object));
    }

    private static ElfFile read(byte[] bytes) {
        return ElfFile.read("a.o", ByteBuffer.wrap(bytes));
    }

    private static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }

    @ParameterizedTest
    @ValueSource(strings = {"bpfel", "bpfeb"})
    void keepsCodeSymbolsAndRelocationsWhenSectionsGo(String target) throws IOException {
        ElfFile before = compiled(target);
        byte[] rewritten =
                bytes(ElfRewriter.rewrite(before, section -> section.name().startsWith(".debug"), Map.of(), Map.of()));
        ElfFile after = read(rewritten);
        assertThat(after.sections()).extracting(ElfSection::name).noneMatch(name -> name.contains("debug"));
        for (String name : List.of("xdp", ".text")) {
            ElfSection old = before.section(name).orElseThrow();
            ElfSection kept = after.section(name).orElseThrow();
            assertThat(kept.content()).isEqualTo(old.content());
            assertThat(after.relocations(kept))
                    .extracting(ElfRelocation::offset, ElfRelocation::type, relocation -> place(after, relocation))
                    .isEqualTo(before.relocations(old).stream()
                            .map(relocation -> org.assertj.core.groups.Tuple.tuple(
                                    relocation.offset(), relocation.type(), place(before, relocation)))
                            .toList());
        }
        assertThat(globals(after)).isEqualTo(globals(before));
    }

    private static String place(ElfFile file, ElfRelocation relocation) {
        ElfSymbol symbol = relocation.symbol();
        return symbol.name() + "@"
                + file.sectionOf(symbol).map(ElfSection::name).orElse("?") + "+" + symbol.value();
    }

    private static List<String> globals(ElfFile file) {
        return file.symbols().stream()
                .filter(symbol -> !symbol.isLocal())
                .map(symbol -> symbol.name() + " " + symbol.size() + " " + symbol.type() + " "
                        + file.sectionOf(symbol).map(ElfSection::name).orElse("undefined"))
                .toList();
    }

    @Test
    void writesWhatReadelfHasNothingToSayAgainst() throws IOException {
        byte[] rewritten = bytes(ElfRewriter.rewrite(
                compiled("bpfel"), section -> section.name().startsWith(".debug"), Map.of(), Map.of()));
        Path object = Files.write(folder.resolve("b.o"), rewritten);
        String readelf =
                Tool.LLVM_22_TOOLS.require().resolveSibling("llvm-readelf").toString();
        String shown =
                Command.run(readelf, "-h", "-S", "-s", "-r", object.toString()).orFail();
        assertThat(shown).doesNotContainIgnoringCase("warning").contains("program", "counts", "R_BPF_64_64");
    }

    @Test
    void replacesContentOfAnySize() throws IOException {
        ByteBuffer content = ByteBuffer.wrap(new byte[1001]);
        ElfFile after = read(
                bytes(ElfRewriter.rewrite(compiled("bpfel"), section -> false, Map.of(".BTF", content), Map.of())));
        assertThat(after.section(".BTF").orElseThrow().content()).isEqualTo(content);
        assertThat(after.section(".BTF.ext").orElseThrow().size()).isPositive();
    }

    @Test
    void givesSymbolsOtherNames() throws IOException {
        ElfFile after = read(bytes(
                ElfRewriter.rewrite(compiled("bpfel"), section -> false, Map.of(), Map.of("program", "another"))));
        assertThat(after.symbols())
                .extracting(ElfSymbol::name)
                .contains("another")
                .doesNotContain("program");
    }

    @Test
    void changesNothingASecondTime() throws IOException {
        byte[] once = bytes(ElfRewriter.rewrite(
                compiled("bpfel"), section -> section.name().startsWith(".debug"), Map.of(), Map.of()));
        assertThat(bytes(ElfRewriter.rewrite(read(once), section -> false, Map.of(), Map.of())))
                .isEqualTo(once);
    }
}
