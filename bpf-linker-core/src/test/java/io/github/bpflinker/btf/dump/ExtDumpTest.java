package io.github.bpflinker.btf.dump;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.bpflinker.btf.Btf;
import io.github.bpflinker.btf.BtfExt;
import io.github.bpflinker.btf.BtfFile;
import io.github.bpflinker.btf.BtfSamples;
import io.github.bpflinker.btf.BtfType;
import io.github.bpflinker.btf.CoreRelocation;
import io.github.bpflinker.diagnostic.LinkException;
import io.github.bpflinker.diagnostic.Problem;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExtDumpTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"bpf", "bpfeb"})
    void namesFunctionsLinesAndWhatRelocationsMean(String target) throws IOException {
        BtfFile file = BtfSamples.compileAndRead("core.c", target, folder);
        StringBuilder out = new StringBuilder();

        ExtDump.write(file.btf(), file.ext().orElseThrow(), out);

        assertThat(out.toString().lines())
                .contains("func_info of 'raw_tp/test'", "line_info of '.text'", "core_relo of 'raw_tp/test'")
                .contains("\tinsn 0: 'prog' type_id=16")
                .anyMatch(line -> line.matches("\tinsn 1: .*core.c:37:14 'total \\+= walk\\(n\\);'"))
                .contains("\tinsn 2: byte_off node.leaf.name[3] type_id=2 access=0:1:0:3:3")
                .contains("\tinsn 1: byte_off node.leaves[2].pad type_id=2 access=0:1:1:1:2:0")
                .contains("\tinsn 37: byte_off node[2].id type_id=2 access=2:0")
                .contains("\tinsn 14: lshift_u64 node.leaf.mode type_id=2 access=0:1:0:2")
                .contains("\tinsn 22: type_matches node_t type_id=17 access=0")
                .contains("\tinsn 33: enumval_value state.DONE type_id=14 access=2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0:5", "", "0:0:0", "x", "0:-1", "0:99999999999"})
    void rejectsAccessesThatDoNotFitTheType(String access) {
        Btf btf = Btf.of(
                "made",
                ByteOrder.LITTLE_ENDIAN,
                List.of(
                        new BtfType.Int("int", 4, 1, 0, 32),
                        new BtfType.Struct("s", 4, List.of(new BtfType.Member("m", 1, 0, 0)), false)));
        CoreRelocation relocation = new CoreRelocation(8, 2, access, CoreRelocation.Kind.FIELD_EXISTS);
        BtfExt ext = new BtfExt(List.of(), List.of(), List.of(new BtfExt.Section<>("xdp", List.of(relocation))));

        assertThatExceptionOfType(LinkException.class)
                .isThrownBy(() -> ExtDump.write(btf, ext, new StringBuilder()))
                .satisfies(e -> assertThat(e.diagnostic().problem()).isEqualTo(Problem.BTF_INVALID));
    }
}
