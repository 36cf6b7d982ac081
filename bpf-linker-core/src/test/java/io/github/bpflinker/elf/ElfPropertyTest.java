package io.github.bpflinker.elf;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpflinker.diagnostic.LinkException;
import io.github.bpflinker.diagnostic.Problem;
import io.github.bpflinker.testing.Mutations;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ElfPropertyTest {

    @Property(tries = 800)
    void damagedObjectsGiveAResultOrOneError(@ForAll("damaged") byte[] bytes) {
        try {
            BpfObject object = BpfObject.read("damaged.o", ByteBuffer.wrap(bytes));
            object.functions().forEach(object::code);
            assertThat(object.file().sections()).isNotNull();
        } catch (LinkException e) {
            assertThat(e.diagnostic().problem()).isEqualTo(Problem.ELF_INVALID);
            assertThat(e.diagnostic().input()).isEqualTo("damaged.o");
            assertThat(e.diagnostic().detail()).isNotBlank();
        }
    }

    @Property(tries = 200)
    void readsBackWhatWasWritten(
            @ForAll boolean is64, @ForAll boolean little, @ForAll boolean extended, @ForAll byte[] content) {
        ElfBuilder builder = new ElfBuilder(is64, little ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN)
                .section("xdp", ElfSection.PROGBITS, 6, content)
                .symbol("f", 1, 2, 1, 0, content.length);
        ElfFile file = ElfFile.read("a.o", (extended ? builder.withExtendedNumbers() : builder).build());

        assertThat(file.section("xdp").orElseThrow().content()).isEqualTo(ByteBuffer.wrap(content));
        assertThat(file.symbols().get(1).name()).isEqualTo("f");
        assertThat(file.symbols().get(1).size()).isEqualTo(content.length);
        assertThat(file.symbols().get(1).section()).isEqualTo(1);
    }

    @Provide
    Arbitrary<byte[]> damaged() {
        return Arbitraries.of(true, false).flatMap(is64 -> Arbitraries.of(ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN)
                .flatMap(order -> Mutations.any(object(is64, order))));
    }

    private static byte[] object(boolean is64, ByteOrder order) {
        return new ElfBuilder(is64, order)
                .section("xdp", ElfSection.PROGBITS, 6, new byte[64])
                .relocations(".rel.xdp", 1, new byte[is64 ? 32 : 16])
                .section(".maps", ElfSection.PROGBITS, 3, new byte[32])
                .section("license", ElfSection.PROGBITS, 3, new byte[] {'G', 'P', 'L', 0})
                .symbol("program", 1, 2, 1, 0, 64)
                .symbol("map", 1, 1, 3, 0, 32)
                .symbol("kfunc", 1, 0, 0, 0, 0)
                .bytes();
    }
}
