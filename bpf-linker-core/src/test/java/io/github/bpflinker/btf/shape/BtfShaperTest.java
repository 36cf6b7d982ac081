package io.github.bpflinker.btf.shape;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpflinker.btf.Btf;
import io.github.bpflinker.btf.BtfExt;
import io.github.bpflinker.btf.BtfExt.FuncInfo;
import io.github.bpflinker.btf.BtfExt.LineInfo;
import io.github.bpflinker.btf.BtfKind;
import io.github.bpflinker.btf.BtfLinkage;
import io.github.bpflinker.btf.BtfType;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BtfShaperTest {

    private static final BtfType U32 = new BtfType.Int("u32", 4, 0, 0, 32);

    private static Btf btf(BtfType... types) {
        return Btf.of("test", ByteOrder.LITTLE_ENDIAN, List.of(types));
    }

    private static BtfExt ext(FuncInfo... functions) {
        return new BtfExt(
                List.of(new BtfExt.Section<>("xdp", List.of(functions))),
                List.of(new BtfExt.Section<>("xdp", List.of(new LineInfo(0, "a.rs", "fn f() {", 3, 1)))),
                List.of());
    }

    private static ObjectFunction function(String name, String section, long offset, boolean global) {
        return new ObjectFunction(name, section, offset, global, 2, true);
    }

    @Test
    void dropsNamesOfPointersAndMakesOthersFitForC() {
        Btf shaped = BtfShaper.shape(
                        new ObjectBtf(
                                btf(
                                        U32,
                                        new BtfType.Struct(
                                                "Pair<u32, &str>", 4, List.of(new BtfType.Member("0", 1, 0, 0)), false),
                                        new BtfType.Ptr("&Pair<u32, &str>", 2),
                                        new BtfType.FuncProto(1, List.of(new BtfType.Param("", 3))),
                                        new BtfType.Func("{closure#0}", 4, BtfLinkage.GLOBAL)),
                                ext(new FuncInfo(0, 5))),
                        List.of(function("f", "xdp", 0, true)),
                        Map.of(),
                        Optional.empty())
                .btf();
        assertThat(shaped.types()).extracting(BtfType::name).doesNotContain("&Pair<u32, &str>");
        assertThat(shaped.find("Pair_3C_u32_2C__20__26_str_3E_", BtfKind.STRUCT))
                .isPresent();
        assertThat(shaped.find("_7B_closure_23_0_7D_", BtfKind.FUNC)).isPresent();
        assertThat(shaped.types())
                .filteredOn(BtfType.FuncProto.class::isInstance)
                .singleElement()
                .satisfies(proto -> assertThat(((BtfType.FuncProto) proto).params())
                        .extracting(BtfType.Param::name)
                        .containsExactly("arg1"));
    }

    @Test
    void cutsLongNamesWithoutMakingTwoOfThemEqual() {
        String common = "a".repeat(200);
        assertThat(TypeNamesForKernel.safe(common + "x"))
                .hasSize(127)
                .isNotEqualTo(TypeNamesForKernel.safe(common + "y"));
        assertThat(TypeNamesForKernel.safe("short")).isEqualTo("short");
    }

    @Test
    void sortsMembersByOffset() {
        Btf shaped = BtfShaper.shape(
                        new ObjectBtf(
                                btf(
                                        U32,
                                        new BtfType.Struct(
                                                "S",
                                                8,
                                                List.of(
                                                        new BtfType.Member("late", 1, 32, 0),
                                                        new BtfType.Member("early", 1, 0, 0)),
                                                false),
                                        new BtfType.Var("s", 2, BtfLinkage.GLOBAL)),
                                BtfExt.empty()),
                        List.of(),
                        Map.of(),
                        Optional.empty())
                .btf();
        BtfType.Struct struct =
                (BtfType.Struct) shaped.type(shaped.find("S", BtfKind.STRUCT).orElseThrow());
        assertThat(struct.members()).extracting(BtfType.Member::name).containsExactly("early", "late");
    }

    @Test
    void takesTheLinkageOfAFunctionFromItsSymbol() {
        ObjectBtf shaped = BtfShaper.shape(
                new ObjectBtf(
                        btf(
                                U32,
                                new BtfType.FuncProto(1, List.of()),
                                new BtfType.Func("program", 2, BtfLinkage.GLOBAL),
                                new BtfType.Func("helper", 2, BtfLinkage.GLOBAL)),
                        ext(new FuncInfo(0, 3), new FuncInfo(16, 4))),
                List.of(function("program", "xdp", 0, true), function("helper", "xdp", 16, false)),
                Map.of(),
                Optional.empty());
        assertThat(linkage(shaped.btf(), "program")).isEqualTo(BtfLinkage.GLOBAL);
        assertThat(linkage(shaped.btf(), "helper")).isEqualTo(BtfLinkage.STATIC);
    }

    private static BtfLinkage linkage(Btf btf, String function) {
        return ((BtfType.Func) btf.type(btf.find(function, BtfKind.FUNC).orElseThrow())).linkage();
    }

    @Test
    void describesFunctionsThatNoCompilerDescribed() {
        ObjectBtf shaped = BtfShaper.shape(
                new ObjectBtf(
                        btf(
                                U32,
                                new BtfType.FuncProto(1, List.of()),
                                new BtfType.Func("program", 2, BtfLinkage.GLOBAL)),
                        ext(new FuncInfo(0, 3))),
                List.of(
                        function("program", "xdp", 0, true),
                        new ObjectFunction("memset", ".text", 8, false, 3, false),
                        new ObjectFunction("plain", ".text", 0, false, 2, true)),
                Map.of(),
                Optional.empty());
        BtfExt.Section<FuncInfo> text = shaped.ext().functions().stream()
                .filter(section -> section.name().equals(".text"))
                .findFirst()
                .orElseThrow();
        assertThat(text.entries()).extracting(FuncInfo::offset).containsExactly(0L, 8L);
        assertThat(shaped.ext().lines().stream()
                        .filter(section -> section.name().equals(".text"))
                        .flatMap(section -> section.entries().stream()))
                .extracting(LineInfo::offset)
                .containsExactly(0L, 8L);
        assertThat(parameters(shaped.btf(), "memset")).containsExactly("to", "value", "size");
        assertThat(parameters(shaped.btf(), "plain")).containsExactly("arg1", "arg2");
    }

    private static List<String> parameters(Btf btf, String function) {
        BtfType.Func described =
                (BtfType.Func) btf.type(btf.find(function, BtfKind.FUNC).orElseThrow());
        return ((BtfType.FuncProto) btf.type(described.type()))
                .params().stream().map(BtfType.Param::name).toList();
    }

    @Test
    void keepsNothingTwiceAndNothingThatIsOutOfReach() {
        Btf shaped = BtfShaper.shape(
                        new ObjectBtf(
                                btf(
                                        U32,
                                        new BtfType.Int("u32", 4, 0, 0, 32),
                                        new BtfType.Struct("Unused", 4, List.of(), false),
                                        new BtfType.FuncProto(1, List.of(new BtfType.Param("a", 2))),
                                        new BtfType.Func("program", 4, BtfLinkage.GLOBAL)),
                                ext(new FuncInfo(0, 5))),
                        List.of(function("program", "xdp", 0, true)),
                        Map.of(),
                        Optional.empty())
                .btf();
        assertThat(shaped.types()).extracting(BtfType::name).containsExactlyInAnyOrder("u32", "", "program");
    }

    @Test
    void givesDataSectionsTheirSize() {
        Btf shaped = BtfShaper.shape(
                        new ObjectBtf(
                                btf(
                                        U32,
                                        new BtfType.Var("counter", 1, BtfLinkage.GLOBAL),
                                        new BtfType.Datasec(".data", 0, List.of(new BtfType.SectionVar(2, 0, 4)))),
                                BtfExt.empty()),
                        List.of(),
                        Map.of(".data", 24L),
                        Optional.empty())
                .btf();
        assertThat(shaped.sizeOf(shaped.find(".data", BtfKind.DATASEC).orElseThrow()))
                .hasValue(24);
    }
}
