package io.github.bpflinker.btf;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpflinker.btf.BtfType.Const;
import io.github.bpflinker.btf.BtfType.Int;
import io.github.bpflinker.btf.BtfType.Member;
import io.github.bpflinker.btf.BtfType.Ptr;
import io.github.bpflinker.btf.BtfType.Struct;
import io.github.bpflinker.btf.dump.RawDump;
import io.github.bpflinker.elf.ElfFile;
import io.github.bpflinker.testing.Tool;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BtfRoundTripTest {

    @TempDir
    Path folder;

    @Test
    void losesNothingOfTheKernel() throws IOException {
        byte[] original = Files.readAllBytes(Tool.KERNEL_BTF.require());
        Btf btf = BtfReader.read("vmlinux", ByteBuffer.wrap(original));

        byte[] written = BtfWriter.write(btf);

        Btf again = BtfReader.read("written", ByteBuffer.wrap(written));
        assertThat(again.types().equals(btf.types())).isTrue();
        assertThat(written).hasSizeLessThanOrEqualTo(original.length);
        // The kernel's section holds some strings that nothing refers to.
        assertThat(strings(btf).containsAll(strings(again))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bpf", "bpfeb"})
    void losesNothingOfAnObject(String target) throws IOException {
        for (Path source : BtfSamples.sources()) {
            Path object = BtfSamples.compile(source, target, folder);
            ElfFile elf = ElfFile.read(object.toString(), ByteBuffer.wrap(Files.readAllBytes(object)));
            BtfFile file = BtfFile.read(elf, null);

            BtfWriter.Sections written = BtfWriter.write(file.btf(), file.ext().orElseThrow());

            Btf again = BtfReader.read("written", written.btf());
            assertThat(again).isEqualTo(file.btf());
            assertThat(BtfExtReader.read("written", written.ext(), again))
                    .isEqualTo(file.ext().orElseThrow());
            assertThat(strings(again)).isEqualTo(strings(file.btf()));
            assertThat(written.btf().remaining())
                    .isEqualTo(elf.section(".BTF").orElseThrow().size());
            assertThat(written.ext().remaining())
                    .isEqualTo(elf.section(".BTF.ext").orElseThrow().size());
        }
    }

    @Test
    void writesTheOtherByteOrder() {
        Btf little = BtfSamples.compileAndRead("kinds.c", "bpf", folder).btf();
        Btf big = little.withOrder(ByteOrder.BIG_ENDIAN);

        Btf again = BtfReader.read("written", ByteBuffer.wrap(BtfWriter.write(big)));

        assertThat(again).isEqualTo(big).isNotEqualTo(little);
        assertThat(again.types()).isEqualTo(little.types());
        assertThat(again.types())
                .isEqualTo(BtfSamples.compileAndRead("kinds.c", "bpfeb", folder)
                        .btf()
                        .types());
    }

    @Test
    void writesTheSameBytesForTheSameModel() {
        Btf btf = BtfSamples.compileAndRead("kinds.c", "bpf", folder).btf();

        assertThat(BtfWriter.write(Btf.of("copy", btf.order(), btf.types()))).isEqualTo(BtfWriter.write(btf));
    }

    @Test
    void writesSplitBtfThatBpftoolReadsWithItsBase() throws IOException {
        Btf kernel = BtfSamples.kernel();
        int task = kernel.find("task_struct", BtfKind.STRUCT).orElseThrow();
        Btf split = Btf.split("split", kernel, own(kernel.typeCount(), task));
        Path file = Files.write(folder.resolve("split.btf"), BtfWriter.write(split));

        Btf again = BtfFile.read(file, kernel).btf();

        StringBuilder raw = new StringBuilder();
        RawDump.write(again, raw);
        assertThat(raw.toString())
                .isEqualTo(
                        BtfSamples.bpftool(file, "-B", Tool.KERNEL_BTF.require().toString()));
        assertThat(again.types()).isEqualTo(split.types());
        assertThat(again.find("module_state_of_mine", BtfKind.STRUCT)).hasValue(kernel.typeCount() + 2);
        assertThat(again.find("task_struct", BtfKind.STRUCT)).hasValue(task);
        assertThat(Files.size(file)).isLessThan(200);
    }

    @Test
    void splitsFromABaseThatWasNeverRead() {
        Btf base = Btf.of("base", ByteOrder.BIG_ENDIAN, List.of(new Int("int", 4, Int.SIGNED, 0, 32)));
        Btf split = Btf.split("split", base, own(2, 1));
        Btf baseRead = BtfReader.read("base", ByteBuffer.wrap(BtfWriter.write(base)));

        assertThat(BtfReader.read("split", ByteBuffer.wrap(BtfWriter.write(split)), baseRead))
                .isEqualTo(split);
    }

    private static List<BtfType> own(int firstId, int target) {
        return List.of(
                new Const(target),
                new Ptr(firstId),
                new Struct(
                        "module_state_of_mine",
                        16,
                        List.of(new Member("task", firstId + 1, 0, 0), new Member("bits", 1, 64, 3)),
                        true));
    }

    @Test
    void keepsSourceLinesThatAreNoUtf8() throws IOException {
        Path source = folder.resolve("latin.c");
        byte[] text = "int prog(int *p) { return *p; /* f\u00fcr, \u20ac */ }\n".getBytes(StandardCharsets.UTF_8);
        byte[] latin = "int other(int *p) { return *p + 1; /* f\u00fcr */ }\n".getBytes(StandardCharsets.ISO_8859_1);
        byte[] both = Arrays.copyOf(text, text.length + latin.length);
        System.arraycopy(latin, 0, both, text.length, latin.length);
        Files.write(source, both);
        Path object = BtfSamples.compile(source, "bpf", folder);
        ElfFile elf = ElfFile.read(object.toString(), ByteBuffer.wrap(Files.readAllBytes(object)));
        BtfFile file = BtfFile.read(elf, null);
        BtfExt ext = file.ext().orElseThrow();

        assertThat(ext.lines().get(0).entries())
                .anySatisfy(line -> assertThat(line.text()).contains("f\u00fcr, \u20ac"));
        BtfWriter.Sections written = BtfWriter.write(file.btf(), ext);
        assertThat(written.btf().remaining())
                .isEqualTo(elf.section(".BTF").orElseThrow().size());
        assertThat(BtfExtReader.read("written", written.ext(), BtfReader.read("written", written.btf())))
                .isEqualTo(ext);
    }

    /** Every string of the section, told apart by its bytes. */
    private static Set<String> strings(Btf btf) {
        BtfStrings table = Objects.requireNonNull(btf.strings());
        String all = new String(table.bytes(), StandardCharsets.ISO_8859_1);
        return new TreeSet<>(Arrays.asList(all.split("\0", -1)));
    }
}
