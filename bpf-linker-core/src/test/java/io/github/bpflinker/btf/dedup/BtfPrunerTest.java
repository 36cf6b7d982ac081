package io.github.bpflinker.btf.dedup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.bpflinker.btf.Btf;
import io.github.bpflinker.btf.BtfExt;
import io.github.bpflinker.btf.BtfExt.Section;
import io.github.bpflinker.btf.BtfLinkage;
import io.github.bpflinker.btf.BtfType;
import io.github.bpflinker.btf.BtfType.Int;
import io.github.bpflinker.btf.BtfType.Member;
import io.github.bpflinker.btf.CoreRelocation;
import io.github.bpflinker.btf.RenumberedBtf;
import java.nio.ByteOrder;
import java.util.List;
import org.junit.jupiter.api.Test;

class BtfPrunerTest {

    private static final Btf BTF = Btf.of(
            "made",
            ByteOrder.LITTLE_ENDIAN,
            List.of(
                    new Int("unused", 4, 0, 0, 32),
                    new BtfType.DeclTag("on the function", 6, 0, false),
                    new Int("int", 4, 0, 0, 32),
                    new BtfType.Struct("relocated", 4, List.of(new Member("m", 3, 0, 0)), false),
                    new BtfType.FuncProto(0, List.of()),
                    new BtfType.Func("prog", 5, BtfLinkage.GLOBAL),
                    new BtfType.DeclTag("on the struct", 4, 0, false),
                    new BtfType.Ptr(1)));

    private static final BtfExt RELOCATION = new BtfExt(
            List.of(new Section<>("xdp", List.of(new BtfExt.FuncInfo(0, 6)))),
            List.of(),
            List.of(new Section<>("xdp", List.of(new CoreRelocation(8, 4, "0:0", CoreRelocation.Kind.FIELD_EXISTS)))));

    @Test
    void keepsWhatFunctionsAndRelocationsLeadTo() {
        RenumberedBtf result = BtfPruner.prune(BTF, RELOCATION);

        assertThat(result.btf().types())
                .extracting(BtfType::name)
                .containsExactly("on the function", "int", "relocated", "", "prog", "on the struct");
        assertThat(result.ids().find(1)).isEmpty();
        BtfExt ext = RELOCATION.remap(result.ids());
        assertThat(ext.functions().get(0).entries().get(0).type()).isEqualTo(5);
        assertThat(ext.relocations().get(0).entries().get(0).type()).isEqualTo(3);
    }

    @Test
    void dropsWhatNothingLeadsTo() {
        RenumberedBtf result = BtfPruner.prune(BTF, BtfExt.empty());

        assertThat(result.btf().types()).extracting(BtfType::name).containsExactly("on the function", "", "prog");
        assertThatIllegalArgumentException().isThrownBy(() -> RELOCATION.remap(result.ids()));
    }
}
