package io.github.bpflinker.elf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bpflinker.diagnostic.LinkException;
import io.github.bpflinker.diagnostic.Problem;
import io.github.bpflinker.testing.Compiler;
import io.github.bpflinker.testing.Tool;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ElfFileTest {

    private static final String SOURCE = """
            extern int other(int);
            extern __attribute__((weak)) int perhaps(int);
            int table[4] = {1, 2, 3, 4};
            __attribute__((visibility("hidden"))) int hidden(int x) { return other(x) + table[x & 3]; }
            int shown(int x) { return hidden(x) + perhaps(x); }
            """;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "bpfel, 247, true, LITTLE_ENDIAN",
        "bpfeb, 247, true, BIG_ENDIAN",
        "x86_64-linux-gnu, 62, true, LITTLE_ENDIAN",
        "i386-linux-gnu, 3, false, LITTLE_ENDIAN",
        "mips-linux-gnu, 8, false, BIG_ENDIAN",
    })
    void readsEveryClassAndByteOrder(String target, int machine, boolean is64, String order) throws IOException {
        ElfFile file = compiled(target);

        assertThat(file.machine()).isEqualTo(machine);
        assertThat(file.is64()).isEqualTo(is64);
        assertThat(file.order()).hasToString(order);
        assertThat(file.type()).isEqualTo(ElfFile.ET_REL);
        ElfSection data = file.section(".data").orElseThrow();
        assertThat(data.isWritable()).isTrue();
        assertThat(data.isExecutable()).isFalse();
        ByteBuffer content = data.content();
        assertThat(List.of(content.getInt(), content.getInt(), content.getInt(), content.getInt()))
                .containsExactly(1, 2, 3, 4);
        assertThat(data.content().position()).isZero();
        assertThat(symbol(file, "table").type()).isEqualTo(ElfSymbol.Type.OBJECT);
        assertThat(symbol(file, "table").size()).isEqualTo(16);
        assertThat(symbol(file, "hidden").visibility()).isEqualTo(ElfSymbol.Visibility.HIDDEN);
        assertThat(file.sectionOf(symbol(file, "shown")))
                .hasValueSatisfying(s -> assertThat(s.isExecutable()).isTrue());
        assertThat(file.symbols().stream().filter(ElfSymbol::isUndefined).map(ElfSymbol::name))
                .contains("other", "perhaps");
        assertThat(symbol(file, "perhaps").binding()).isEqualTo(ElfSymbol.Binding.WEAK);
        ElfSection code = file.section(".text").orElseThrow();
        assertThat(file.relocations(code)).anySatisfy(relocation -> {
            assertThat(relocation.symbol().name()).isEqualTo("other");
            assertThat(relocation.offset()).isBetween(0L, code.size());
        });
    }

    @Test
    void readsAddends() throws IOException {
        ElfFile file = compiled("x86_64-linux-gnu");

        assertThat(file.relocations(file.section(".text").orElseThrow()))
                .anySatisfy(r -> assertThat(r.addend()).isEqualTo(-4));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void resolvesExtendedSectionNumbers(boolean is64) {
        ElfBuilder builder = new ElfBuilder(is64, ByteOrder.BIG_ENDIAN).withExtendedNumbers();
        int last = 0xff00 + 10;
        for (int i = 1; i <= last; i++) {
            builder.section("s", ElfSection.PROGBITS, 2, new byte[0]);
        }
        builder.symbol("first", 1, 1, 1, 0, 0).symbol("last", 1, 1, last, 0, 0).symbol("none", 1, 0, 0, 0, 0);

        ElfFile file = ElfFile.read("many.o", builder.build());

        assertThat(file.sections()).hasSize(last + 5);
        assertThat(file.section(".symtab_shndx")).isPresent();
        assertThat(symbol(file, "first").section()).isEqualTo(1);
        assertThat(symbol(file, "last").section()).isEqualTo(last);
        assertThat(symbol(file, "none").isUndefined()).isTrue();
    }

    @Test
    void tellsReservedIndexesFromSections() {
        ByteBuffer bytes = new ElfBuilder(true, ByteOrder.LITTLE_ENDIAN)
                .symbol("absolute", 1, 0, 0xfff1, 42, 0)
                .symbol("common", 1, 1, 0xfff2, 8, 8)
                .build();

        ElfFile file = ElfFile.read("reserved.o", bytes);

        assertThat(symbol(file, "absolute").section()).isEqualTo(ElfSymbol.ABSOLUTE);
        assertThat(symbol(file, "common").section()).isEqualTo(ElfSymbol.COMMON);
        assertThat(file.sectionOf(symbol(file, "common"))).isEmpty();
    }

    @Test
    void refusesSectionsThatOverlapOverAndOver() {
        ByteBuffer bytes = new ElfBuilder(true, ByteOrder.LITTLE_ENDIAN)
                .section("a", ElfSection.PROGBITS, 0, new byte[1000])
                .section("b", ElfSection.PROGBITS, 0, new byte[10])
                .section("c", ElfSection.PROGBITS, 0, new byte[10])
                .section("d", ElfSection.PROGBITS, 0, new byte[10])
                .build();
        int headers = (int) bytes.getLong(40);
        for (int i = 2; i <= 4; i++) {
            bytes.putLong(headers + i * 64 + 24, 0).putLong(headers + i * 64 + 32, headers);
        }

        assertThatThrownBy(() -> ElfFile.read("overlap.o", bytes)).isInstanceOfSatisfying(LinkException.class, e -> {
            assertThat(e.diagnostic().problem()).isEqualTo(Problem.ELF_INVALID);
            assertThat(e.diagnostic().input()).isEqualTo("overlap.o");
            assertThat(e.diagnostic().detail()).contains("overlaps");
        });
    }

    @Test
    void refusesNamesThatOverlapOverAndOver() {
        ElfBuilder builder = new ElfBuilder(true, ByteOrder.LITTLE_ENDIAN).symbol("n".repeat(20_000), 1, 0, 1, 0, 0);
        for (int i = 0; i < 200; i++) {
            builder.symbol("", 1, 0, 0, 0, 0);
        }
        ByteBuffer bytes = builder.build();
        ElfSection symbols = ElfFile.read("names.o", bytes).section(".symtab").orElseThrow();
        int table = (int) bytes.getLong((int) bytes.getLong(40) + symbols.index() * 64 + 24);
        for (int i = 2; i <= 201; i++) {
            bytes.putInt(table + i * 24, i);
        }
        ElfFile file = ElfFile.read("names.o", bytes);

        assertThatThrownBy(file::symbols).isInstanceOfSatisfying(LinkException.class, e -> assertThat(
                        e.diagnostic().detail())
                .contains("overlap"));
    }

    @Test
    void namesTheSectionThatLiesOutsideTheFile() {
        ByteBuffer bytes = new ElfBuilder(true, ByteOrder.LITTLE_ENDIAN)
                .section("a", ElfSection.PROGBITS, 0, new byte[10])
                .build();
        int headers = (int) bytes.getLong(40);
        bytes.putLong(headers + 64 + 32, 1L << 40);

        assertThatThrownBy(() -> ElfFile.read("outside.o", bytes))
                .isInstanceOfSatisfying(
                        LinkException.class,
                        e -> assertThat(e.diagnostic().detail()).contains("section 1", "1099511627776 bytes"));
    }

    private ElfFile compiled(String target) throws IOException {
        Path object = Compiler.clang(Tool.CLANG_22, folder, "a.o", SOURCE, "-target", target, "-O1", "-fno-pic");
        return ElfFile.read("a.o", ByteBuffer.wrap(Files.readAllBytes(object)));
    }

    private static ElfSymbol symbol(ElfFile file, String name) {
        return file.symbols().stream()
                .filter(s -> s.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
