package io.github.bpflinker.btf.shape;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpflinker.btf.Btf;
import io.github.bpflinker.btf.BtfExt;
import io.github.bpflinker.btf.BtfLinkage;
import io.github.bpflinker.btf.BtfType;
import io.github.bpflinker.btf.CoreRelocation;
import io.github.bpflinker.version.KernelVersion;
import java.nio.ByteOrder;
import java.util.List;
import org.junit.jupiter.api.Test;

class KindsForKernelTest {

    private static final KernelVersion OLD = new KernelVersion(5, 1);
    private static final BtfType.Enum64 STATES =
            new BtfType.Enum64("states", 8, false, List.of(new BtfType.Enumerator("LATE", 1L << 40)));
    private static final BtfType.Float REAL = new BtfType.Float("double", 8);
    private static final BtfType.Struct OUTER = new BtfType.Struct(
            "outer", 16, List.of(new BtfType.Member("state", 1, 0, 0), new BtfType.Member("real", 2, 64, 0)), false);

    @Test
    void lowersWhatOnlyTheKernelReads() {
        Btf lowered = lower(
                BtfExt.empty(),
                STATES,
                REAL,
                OUTER,
                new BtfType.TypeTag("user", 3, false),
                new BtfType.FuncProto(0, List.of(new BtfType.Param("a", 4))),
                new BtfType.Func("f", 5, BtfLinkage.GLOBAL));

        assertThat(lowered.type(1)).isEqualTo(new BtfType.Union("states", 8, List.of(), false));
        assertThat(lowered.type(2)).isEqualTo(new BtfType.Struct("double", 8, List.of(), false));
        assertThat(lowered.type(4)).isEqualTo(new BtfType.Const(3));
        assertThat(lowered.type(6)).isEqualTo(new BtfType.Func("f", 5, BtfLinkage.STATIC));
    }

    @Test
    void keepsWhatRelocationsCompareWithTypesOfTheKernel() {
        CoreRelocation relocation = new CoreRelocation(0, 3, "0:1", CoreRelocation.Kind.FIELD_BYTE_OFFSET);
        BtfExt ext = new BtfExt(List.of(), List.of(), List.of(new BtfExt.Section<>("socket", List.of(relocation))));

        assertThat(lower(ext, STATES, REAL, OUTER).types()).containsExactly(STATES, REAL, OUTER);
    }

    @Test
    void keepsFunctionsOfTheKernelAndTheirTypes() {
        BtfType prototype = new BtfType.FuncProto(2, List.of(new BtfType.Param("a", 1)));
        BtfType function = new BtfType.Func("kfunc", 3, BtfLinkage.EXTERN);

        assertThat(lower(BtfExt.empty(), STATES, REAL, prototype, function).types())
                .containsExactly(STATES, REAL, prototype, function);
    }

    @Test
    void keepsTypesOfGlobalDataButNotOfWhatMapsHold() {
        BtfType.Var data = new BtfType.Var("data", 1, BtfLinkage.GLOBAL);
        BtfType.Var map = new BtfType.Var("map", 2, BtfLinkage.GLOBAL);

        Btf lowered = lower(
                BtfExt.empty(),
                STATES,
                REAL,
                data,
                map,
                new BtfType.Datasec(".data", 8, List.of(new BtfType.SectionVar(3, 0, 8))),
                new BtfType.Datasec(".maps", 8, List.of(new BtfType.SectionVar(4, 0, 8))));

        assertThat(lowered.types()).startsWith(STATES, new BtfType.Struct("double", 8, List.of(), false), data, map);
    }

    @Test
    void keepsDeclarationTags() {
        BtfType.DeclTag tag = new BtfType.DeclTag("arg:ctx", 3, 0, false);
        Btf lowered = lower(
                BtfExt.empty(),
                new BtfType.Ptr(0),
                new BtfType.FuncProto(0, List.of(new BtfType.Param("context", 1))),
                new BtfType.Func("f", 2, BtfLinkage.GLOBAL),
                tag);

        assertThat(lowered.type(4)).isEqualTo(tag);
    }

    @Test
    void dropsVariablesOfSectionsThatNobodyReadsBeforeKernelsKnewSections() {
        BtfType number = new BtfType.Int("int", 4, 1, 0, 32);

        Btf lowered = lower(
                BtfExt.empty(),
                number,
                new BtfType.Var("version", 1, BtfLinkage.GLOBAL),
                new BtfType.Datasec("version", 4, List.of(new BtfType.SectionVar(2, 0, 4))));

        assertThat(lowered.types())
                .containsExactly(number, new BtfType.Ptr(0), new BtfType.Struct("version", 4, List.of(), false));
    }

    private static Btf lower(BtfExt ext, BtfType... types) {
        ObjectBtf object = new ObjectBtf(Btf.of("test", ByteOrder.LITTLE_ENDIAN, List.of(types)), ext);
        return KindsForKernel.apply(object, OLD).btf();
    }
}
