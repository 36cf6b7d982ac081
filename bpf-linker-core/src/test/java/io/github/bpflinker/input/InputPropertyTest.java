package io.github.bpflinker.input;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpflinker.diagnostic.LinkException;
import io.github.bpflinker.diagnostic.Problem;
import io.github.bpflinker.elf.ElfBuilder;
import io.github.bpflinker.elf.ElfSection;
import io.github.bpflinker.testing.Mutations;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

class InputPropertyTest {

    private static final Set<Problem> EXPECTED = Set.of(
            Problem.INPUT_EMPTY,
            Problem.INPUT_UNKNOWN_KIND,
            Problem.INPUT_WITHOUT_BITCODE,
            Problem.BITCODE_INVALID,
            Problem.ARCHIVE_INVALID,
            Problem.ELF_INVALID);

    /** A member as it was written. */
    record Written(String name, List<Byte> content, List<String> symbols) {

        byte[] bytes() {
            byte[] bytes = new byte[content.size()];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = content.get(i);
            }
            return bytes;
        }
    }

    @Property(tries = 800)
    void damagedInputsGiveAResultOrOneError(@ForAll("damaged") byte[] bytes) {
        readAll(bytes);
    }

    @Property(tries = 300)
    void anyBytesGiveAResultOrOneError(@ForAll byte[] bytes) {
        readAll(bytes);
    }

    @Property(tries = 300)
    void archivesAreReadBackAsTheyWereWritten(
            @ForAll ArchiveBuilder.Format format, @ForAll("members") @Size(max = 6) List<Written> members) {
        ArchiveBuilder builder = new ArchiveBuilder(format);
        for (Written member : members) {
            builder.member(member.name(), member.bytes(), member.symbols().toArray(String[]::new));
        }

        Archive archive = (Archive) InputReader.read(Input.of("lib.a", ByteBuffer.wrap(builder.build())));

        assertThat(archive.members())
                .extracting(ArchiveMember::name)
                .containsExactlyElementsOf(members.stream().map(Written::name).toList());
        for (int i = 0; i < members.size(); i++) {
            ArchiveMember member = archive.members().get(i);
            assertThat(member.data()).isEqualTo(ByteBuffer.wrap(members.get(i).bytes()));
            for (String symbol : members.get(i).symbols()) {
                assertThat(archive.symbolTable().get(symbol)).contains(member);
            }
        }
        assertThat(archive.symbolTable().keySet())
                .isEqualTo(members.stream()
                        .flatMap(member -> member.symbols().stream())
                        .collect(Collectors.toSet()));
    }

    @Provide
    Arbitrary<byte[]> damaged() {
        byte[] bitcode = bitcode();
        return Arbitraries.of(ArchiveBuilder.Format.values())
                .flatMap(format -> Arbitraries.oneOf(
                        Mutations.any(bitcode),
                        Mutations.any(embedded(bitcode)),
                        Mutations.any(archive(format, bitcode))));
    }

    @Provide
    Arbitrary<List<Written>> members() {
        Arbitrary<String> names = Arbitraries.strings()
                .withChars("abzAZ09._- ()#üλ/")
                .ofMinLength(1)
                .ofMaxLength(40)
                .filter(name -> !name.endsWith("/") && !name.isBlank() && !name.startsWith("/"));
        Arbitrary<List<Byte>> contents = Arbitraries.bytes().list().ofMaxSize(50);
        Arbitrary<List<String>> symbols = Arbitraries.strings()
                .withCharRange('a', 'f')
                .ofMinLength(1)
                .ofMaxLength(3)
                .list()
                .ofMaxSize(4);
        return Combinators.combine(names, contents, symbols)
                .as(Written::new)
                .list()
                .ofMaxSize(6);
    }

    private static void readAll(byte[] bytes) {
        try {
            InputContent content = InputReader.read(Input.of("damaged", ByteBuffer.wrap(bytes)));
            if (content instanceof Archive archive) {
                archive.members().forEach(InputPropertyTest::readMember);
            }
        } catch (LinkException e) {
            assertThat(e.diagnostic().problem()).isIn(EXPECTED);
            assertThat(e.diagnostic().input()).isEqualTo("damaged");
        }
    }

    private static void readMember(ArchiveMember member) {
        try {
            assertThat(member.content()).isNotNull();
        } catch (LinkException e) {
            assertThat(e.diagnostic().problem()).isIn(Problem.BITCODE_INVALID, Problem.ELF_INVALID);
            assertThat(e.diagnostic().input()).isEqualTo(member.displayName());
        }
    }

    private static byte[] bitcode() {
        return BitcodeBuilder.withMagic()
                .block(
                        13,
                        5,
                        new BitcodeBuilder()
                                .define(5, BitcodeBuilder.LITERAL, 1, BitcodeBuilder.ARRAY, 0, BitcodeBuilder.CHAR6, 0)
                                .define(5, BitcodeBuilder.LITERAL, 2, BitcodeBuilder.VBR, 6)
                                .fixed(5, 5)
                                .vbr(0, 6)
                                .unabbreviated(5, 1, "LLVM22.1.8"))
                .emptyBlock(8, 6)
                .emptyBlock(23, 2)
                .bytes();
    }

    private static byte[] embedded(byte[] bitcode) {
        return new ElfBuilder(true, ByteOrder.LITTLE_ENDIAN)
                .section(".llvmbc", ElfSection.PROGBITS, 0, bitcode)
                .symbol("undefined", 1, 0, 0, 0, 0)
                .bytes();
    }

    private static byte[] archive(ArchiveBuilder.Format format, byte[] bitcode) {
        return new ArchiveBuilder(format)
                .member("a.o", bitcode, "first", "second")
                .member("a_name_longer_than_fifteen.o", embedded(bitcode), "second")
                .member("text", new byte[] {'h', 'i'})
                .build();
    }
}
