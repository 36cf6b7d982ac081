package io.github.bpflinker.btf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.bpflinker.btf.BtfExt.FuncInfo;
import io.github.bpflinker.btf.BtfExt.LineInfo;
import io.github.bpflinker.btf.BtfExt.Section;
import io.github.bpflinker.diagnostic.LinkException;
import io.github.bpflinker.diagnostic.Problem;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BtfExtReaderTest {

    private static final Btf BTF = Btf.of(
            "made",
            ByteOrder.LITTLE_ENDIAN,
            List.of(new BtfType.FuncProto(0, List.of()), new BtfType.Func("prog", 1, BtfLinkage.GLOBAL)));

    private static final BtfExt EXT = new BtfExt(
            List.of(new Section<>("xdp", List.of(new FuncInfo(0, 2)))),
            List.of(new Section<>("xdp", List.of(new LineInfo(0, "/a.c", "int prog()", 3, 5)))),
            List.of(new Section<>("xdp", List.of(new CoreRelocation(8, 1, "0", CoreRelocation.Kind.TYPE_EXISTS)))));

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"bpf", "bpfeb"})
    void readsFunctionsLinesAndRelocationsBySection(String target) {
        BtfFile file = BtfSamples.compileAndRead("core.c", target, folder);
        BtfExt ext = file.ext().orElseThrow();

        assertThat(ext.functions()).extracting(Section::name).containsExactly("raw_tp/test", ".text");
        int prog = ext.functions().get(0).entries().get(0).type();
        assertThat(file.btf().type(prog).name()).isEqualTo("prog");
        assertThat(ext.lines().get(0).entries())
                .anySatisfy(line -> assertThat(line.text()).contains("total += walk(n);"));
        assertThat(ext.relocations().get(1).entries())
                .anySatisfy(relocation -> assertThat(relocation.access()).isEqualTo("0:1:0:3:3"));
        assertThat(ext.relocations().get(0).entries())
                .extracting(CoreRelocation::kind)
                .contains(CoreRelocation.Kind.values());
    }

    @Test
    void passesOverWhatNewerRecordsAdd() {
        BtfWriter.Sections written = BtfWriter.write(BTF, EXT);
        ByteBuffer old = written.ext().order(ByteOrder.LITTLE_ENDIAN);
        ByteBuffer wide = ByteBuffer.allocate(old.limit() + 4).order(ByteOrder.LITTLE_ENDIAN);
        // func_info of one record comes first; it ends 52 bytes into the section.
        wide.put(old.slice(0, 52)).putInt(0xcafe).put(old.slice(52, old.limit() - 52));
        wide.putInt(12, 24).putInt(16, 24).putInt(24, wide.getInt(24) + 4).putInt(32, 12);

        Btf btf = BtfReader.read("made", written.btf());
        assertThat(BtfExtReader.read("made", wide.flip(), btf)).isEqualTo(EXT);
    }

    @Test
    void readsSectionsFromBeforeThereWereRelocations() {
        BtfWriter.Sections written = BtfWriter.write(BTF, new BtfExt(EXT.functions(), List.of(), List.of()));
        ByteBuffer shorter = ByteBuffer.allocate(written.ext().limit() - 8).order(ByteOrder.LITTLE_ENDIAN);
        shorter.put(written.ext().slice(0, 24)).put(written.ext().slice(32, shorter.limit() - 24));
        shorter.putInt(4, 24);

        BtfExt ext = BtfExtReader.read("made", shorter.flip(), BtfReader.read("made", written.btf()));
        assertThat(ext.functions()).isEqualTo(EXT.functions());
        assertThat(ext.relocations()).isEmpty();
    }

    @Test
    void rejectsWhatContradictsItself() {
        rejects(bytes -> bytes.putInt(12, 1 << 20), "func_info at 0, 1048576 bytes, lies outside the section");
        rejects(bytes -> bytes.putInt(32, 4), "offset 32: .BTF.ext: func_info with records of 4 bytes");
        rejects(bytes -> bytes.putInt(32, -4), "func_info with records of 4294967292 bytes");
        rejects(bytes -> bytes.putInt(36, 999), "offset 36: .BTF.ext: string at 999 lies outside the strings");
        rejects(bytes -> bytes.putInt(40, 0), "func_info of section xdp has 0 records");
        rejects(bytes -> bytes.putInt(40, -1), "func_info of section xdp has 4294967295 records");
        rejects(bytes -> bytes.putInt(48, 3), "offset 48: .BTF.ext: refers to type 3 of 3");
        rejects(bytes -> bytes.putInt(bytes.limit() - 4, 99), "core_relo of unknown kind 99");
        rejects(bytes -> bytes.putShort(0, (short) 0x9feb).put(7, (byte) 32).put(4, (byte) 0), "but .BTF is");
    }

    private static void rejects(Consumer<ByteBuffer> change, String detail) {
        BtfWriter.Sections written = BtfWriter.write(BTF, EXT);
        ByteBuffer bytes = ByteBuffer.allocate(written.ext().limit())
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(written.ext());
        change.accept(bytes.flip());
        Btf btf = BtfReader.read("made", written.btf());
        assertThatExceptionOfType(LinkException.class)
                .isThrownBy(() -> BtfExtReader.read("made", bytes, btf))
                .satisfies(e -> {
                    assertThat(e.diagnostic().problem()).isEqualTo(Problem.BTF_INVALID);
                    assertThat(e.diagnostic().detail()).contains(detail);
                });
    }
}
