package io.github.bpflinker.load.bind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.github.bpflinker.btf.Btf;
import io.github.bpflinker.btf.BtfKind;
import io.github.bpflinker.btf.BtfReader;
import io.github.bpflinker.btf.BtfType;
import io.github.bpflinker.load.core.TargetTypes;
import io.github.bpflinker.load.plan.Extern;
import io.github.bpflinker.load.plan.LoadPlan;
import io.github.bpflinker.load.plan.MapShape;
import io.github.bpflinker.load.plan.PlanOptions;
import io.github.bpflinker.load.plan.PlannedMap;
import io.github.bpflinker.testing.Tool;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BinderTest {

    private static final String HEAD = """
            #include <linux/bpf.h>
            #include <stdbool.h>
            #include <bpf/bpf_helpers.h>
            char LICENSE[] SEC("license") = "GPL";
            """;

    @BeforeEach
    void needsTypesOfAKernel() {
        Tool.KERNEL_BTF.require();
    }

    private static BoundObject bind(String name) {
        return Binder.bind(Objects.plan(name), FileHost.running());
    }

    private static TargetTypes kernel(String version) throws IOException {
        Path file = Files.createTempFile("kernel", ".btf");
        try {
            Files.write(file, Objects.resource("kernels/" + version + ".btf"));
            return FileHost.read(file);
        } finally {
            Files.delete(file);
        }
    }

    @Test
    void instructionsWithoutTargetAreNamed() throws IOException {
        BoundObject bound = Binder.bind(Objects.plan("core-missing"), FileHost.withTypes(kernel("6.12")));
        BoundProgram direct = bound.programs().get(2);
        assertThat(direct.poison())
                .contains(new Poison.MissingTarget(direct.poison().get(0).at(), "struct nowhere.a (byte_off)"))
                .allSatisfy(poison -> assertThat(constant(direct, poison.at())).isEqualTo(Poison.CORE));
        assertThat(bound.programs().get(0).poison())
                .as("guarded reads of the other layout")
                .extracting(Poison::toString)
                .noneMatch(text -> text.contains("without_state"));
    }

    private static int constant(BoundProgram program, int at) {
        return program.code().buffer().order(ByteOrder.LITTLE_ENDIAN).getInt(8 * at + 4);
    }

    @Test
    void weakFunctionsThatAreMissingArePoisoned() {
        BoundObject bound = bind("weak-functions");
        assertThat(bound.programs().get(0).poison())
                .singleElement()
                .asInstanceOf(type(Poison.MissingFunction.class))
                .returns("bpf_no_such_function", Poison.MissingFunction::function);
    }

    @Test
    void mapsThatAreNotCreatedPoisonTheirLoads() {
        LoadPlan plan =
                Objects.plan("maps").withMaps(map -> map.withCreate(!map.name().equals("ring")));
        BoundObject bound = Binder.bind(plan, FileHost.running());
        assertThat(bound.programs().get(0).poison())
                .singleElement()
                .isEqualTo(new Poison.MissingMap(
                        bound.programs().get(0).poison().get(0).at(), "ring"));
    }

    @Test
    void sizesFollowTheHost() {
        BoundObject bound = bind("maps");
        assertThat(shape(bound, "ring").maxEntries()).isEqualTo(8192);
        assertThat(shape(bound, "user_ring").maxEntries()).isEqualTo(65536);
        assertThat(shape(bound, "events").maxEntries())
                .isEqualTo(FileHost.running().possibleCpus());
    }

    private static MapShape shape(BoundObject bound, String map) {
        return bound.maps().stream()
                .filter(each -> each.plan().name().equals(map))
                .findFirst()
                .orElseThrow()
                .shape();
    }

    @Test
    void programsOfOperationsAreLoadedOnlyForStructsThatAreCreated() {
        LoadPlan plan = Objects.plan("operations");
        assertThat(Binder.bind(plan, FileHost.running()).programs())
                .extracting(program -> program.plan().name())
                .contains("threshold", "undo", "avoid")
                .doesNotContain("entered", "replacement");
        assertThat(Binder.bind(plan.withMaps(map -> map.withCreate(false)), FileHost.running())
                        .programs())
                .extracting(program -> program.plan().name())
                .containsExactly("dump");
    }

    @Test
    void operationsComeInTheLayoutOfTheKernel() {
        BoundObject bound = bind("operations");
        BoundMap map = bound.maps().get(0);
        BoundMap.Operations operations = map.operations().orElseThrow();
        assertThat(operations.programs()).hasSize(3);
        assertThat(map.contents().size()).isEqualTo(map.shape().valueSize()).isGreaterThan(100);
        assertThat(new String(map.contents().toArray(), StandardCharsets.ISO_8859_1))
                .contains("bpf_mine");
    }

    @Test
    void valuesOfTheConfigurationFitTheirTypes() {
        Path object = Objects.compile("configuration", HEAD + """
                extern bool CONFIG_A __kconfig;
                extern enum libbpf_tristate CONFIG_B __kconfig;
                extern char CONFIG_C __kconfig;
                extern int CONFIG_D __kconfig;
                extern unsigned long CONFIG_E __kconfig;
                extern char CONFIG_F[4] __kconfig;
                extern short CONFIG_G __kconfig __weak;
                extern int LINUX_KERNEL_VERSION __kconfig;
                int sum;
                SEC("raw_tp") int p(void *ctx)
                {
                    sum = CONFIG_A + CONFIG_B + CONFIG_C + CONFIG_D + CONFIG_E + CONFIG_F[0] + CONFIG_G;
                    return LINUX_KERNEL_VERSION;
                }
                """);
        LoadPlan plan = Objects.plan(object, PlanOptions.none());
        Host host = new Configured(Map.of(
                "CONFIG_A",
                "y",
                "CONFIG_B",
                "m",
                "CONFIG_C",
                "n",
                "CONFIG_D",
                "-5",
                "CONFIG_E",
                "0x10",
                "CONFIG_F",
                "\"abcdef\""));
        BoundMap map = Binder.bind(plan, host).maps().stream()
                .filter(each -> each.plan().kind() == PlannedMap.Kind.KCONFIG)
                .findFirst()
                .orElseThrow();
        ByteBuffer value = map.contents().buffer().order(ByteOrder.LITTLE_ENDIAN);
        assertThat(value.getLong(offset(plan, "CONFIG_E"))).isEqualTo(16);
        assertThat(value.getInt(offset(plan, "CONFIG_D"))).isEqualTo(-5);
        assertThat(value.getInt(offset(plan, "CONFIG_B"))).isEqualTo(2);
        assertThat(value.get(offset(plan, "CONFIG_A"))).isEqualTo((byte) 1);
        assertThat(value.get(offset(plan, "CONFIG_C"))).isEqualTo((byte) 'n');
        assertThat(value.get(offset(plan, "CONFIG_F") + 2)).isEqualTo((byte) 'c');
        assertThat(value.get(offset(plan, "CONFIG_F") + 3)).isZero();
        assertThat(value.getShort(offset(plan, "CONFIG_G"))).isZero();
        assertThat(value.getInt(offset(plan, "LINUX_KERNEL_VERSION"))).isEqualTo(0x060c75);

        assertThat(problem(plan, Map.of())).isInstanceOf(BindProblem.MissingExtern.class);
        assertThat(problem(plan, Map.of("CONFIG_A", "m")))
                .asInstanceOf(type(BindProblem.UnfitExtern.class))
                .returns("CONFIG_A", BindProblem.UnfitExtern::name);
    }

    private static int offset(LoadPlan plan, String name) {
        return plan.externs().stream()
                .filter(extern -> extern.name().equals(name))
                .map(Extern.Kconfig.class::cast)
                .findFirst()
                .orElseThrow()
                .offset();
    }

    private static BindProblem problem(LoadPlan plan, Map<String, String> configuration) {
        Map<String, String> all = new HashMap<>(
                Map.of("CONFIG_B", "y", "CONFIG_C", "y", "CONFIG_D", "1", "CONFIG_E", "1", "CONFIG_F", "\"\""));
        all.putAll(configuration);
        return catchThrowableOfType(BindException.class, () -> Binder.bind(plan, new Configured(all)))
                .problem();
    }

    /** A kernel of which nothing is known but its configuration. */
    private record Configured(Map<String, String> values) implements Host {
        @Override
        public Optional<TargetTypes> kernelTypes() {
            return Optional.empty();
        }

        @Override
        public List<TargetTypes> moduleTypes() {
            return List.of();
        }

        @Override
        public boolean has(Ability ability) {
            return true;
        }

        @Override
        public Map<String, List<Long>> symbols(Set<String> names) {
            return Map.of();
        }

        @Override
        public Optional<Map<String, String>> configuration(Set<String> names) {
            return Optional.of(values);
        }

        @Override
        public int versionCode() {
            return 0x060c75;
        }

        @Override
        public int pageSize() {
            return 4096;
        }

        @Override
        public int possibleCpus() {
            return 1;
        }
    }

    @Test
    void aKernelWithoutTypesIsSaidToBeOne() {
        BindException e = catchThrowableOfType(
                BindException.class, () -> Binder.bind(Objects.plan("core-fields"), new Configured(Map.of())));
        assertThat(e.problem()).isInstanceOf(BindProblem.NoKernelTypes.class);
        assertThat(e).hasMessageContaining("CONFIG_DEBUG_INFO_BTF");
    }

    @Test
    void targetsThatDoNotExistAreNamed() {
        LoadPlan plan = Objects.plan(
                Objects.compile("target", HEAD + "SEC(\"fentry/no_such_function\") int p(void *ctx) { return 0; }"),
                PlanOptions.none());
        BindException e = catchThrowableOfType(BindException.class, () -> Binder.bind(plan, FileHost.running()));
        assertThat(e.problem())
                .asInstanceOf(type(BindProblem.MissingTarget.class))
                .returns("no_such_function", BindProblem.MissingTarget::name);
    }

    @Test
    void olderKernelsGetBtfThatTheyKnow() {
        Path object = Objects.compile("kinds", HEAD + """
                #define __tag __attribute__((btf_type_tag("user")))
                enum wide { WIDE = 0x123456789abULL } wide;
                enum narrow { LESS = -1, MORE = 1 } narrow;
                float number;
                int __tag *pointer;
                int counter;
                __attribute__((noinline, btf_decl_tag("a tag"))) int global(int a) { return a + counter; }
                SEC("raw_tp") int p(void *ctx)
                {
                    return global(wide) + narrow + *(int *)&number + !pointer;
                }
                """);
        LoadPlan plan = Objects.plan(object, PlanOptions.none());
        Btf old = read(plan, Ability.values());
        for (BtfType type : old.types()) {
            assertThat(type.kind())
                    .isNotIn(
                            BtfKind.FLOAT,
                            BtfKind.DECL_TAG,
                            BtfKind.TYPE_TAG,
                            BtfKind.ENUM64,
                            BtfKind.DATASEC,
                            BtfKind.VAR,
                            BtfKind.FUNC,
                            BtfKind.FUNC_PROTO);
        }
        Btf middle = read(plan, Ability.BTF_ENUM64, Ability.BTF_DECL_TAG);
        assertThat(middle.find("WIDE", BtfKind.ENUM64)).isEmpty();
        assertThat(middle.find("wide", BtfKind.UNION)).isPresent();
        assertThat(middle.find("global", BtfKind.FUNC)).isPresent();
        assertThat(Binder.bind(plan, FileHost.running().without(Ability.BTF))
                        .btf()
                        .isEmpty())
                .isTrue();
    }

    private static Btf read(LoadPlan plan, Ability... missing) {
        FileHost host = FileHost.running();
        for (Ability ability : missing) {
            if (ability != Ability.BTF && ability != Ability.GLOBAL_DATA) {
                host.without(ability);
            }
        }
        BoundObject bound = Binder.bind(plan, host);
        return BtfReader.read("lowered", bound.btf().buffer());
    }

    @Test
    void oldKernelsGetArgumentsThatTheyKnow() {
        Path object = Objects.compile("context", HEAD + """
                #define __ctx __attribute__((btf_decl_tag("arg:ctx")))
                int counter;
                __attribute__((noinline)) int global(void *ctx __ctx) { return counter + !ctx; }
                SEC("xdp") int p(struct xdp_md *ctx) { return global(ctx); }
                SEC("tc") int q(struct __sk_buff *ctx) { return global(ctx); }
                """);
        LoadPlan plan = Objects.plan(object, PlanOptions.none());
        BoundObject bound = Binder.bind(plan, FileHost.running().without(Ability.ARG_CTX_TAG));
        Btf btf = BtfReader.read("context", bound.btf().buffer());
        assertThat(argument(btf, bound, "p")).isEqualTo("xdp_md");
        assertThat(argument(btf, bound, "q")).isEqualTo("__sk_buff");
    }

    /** What the second function of a program takes a pointer to, by its {@code func_info}. */
    private static String argument(Btf btf, BoundObject bound, String name) {
        BoundProgram program = bound.programs().stream()
                .filter(each -> each.plan().name().equals(name))
                .findFirst()
                .orElseThrow();
        int function =
                program.functionInfo().buffer().order(ByteOrder.LITTLE_ENDIAN).getInt(12);
        BtfType.FuncProto prototype = (BtfType.FuncProto) btf.type(((BtfType.Func) btf.type(function)).type());
        BtfType.Ptr pointer = (BtfType.Ptr) btf.type(prototype.params().get(0).type());
        return btf.type(pointer.type()).name();
    }

    @Test
    void oldKernelsGetTheOldHelper() {
        Path object = Objects.compile("helper", HEAD + """
                SEC("kprobe/x") int p(void *ctx)
                {
                    char a[8] = {};
                    bpf_probe_read_kernel(a, 8, ctx);
                    return bpf_probe_read_user_str(a, 8, ctx);
                }
                """);
        BoundObject bound = Binder.bind(
                Objects.plan(object, PlanOptions.none()), FileHost.running().without(Ability.PROBE_READ_KERNEL));
        assertThat(bound.programs().get(0).code().toArray())
                .containsSubsequence(new byte[] {(byte) 0x85, 0, 0, 0, 4, 0, 0, 0})
                .containsSubsequence(new byte[] {(byte) 0x85, 0, 0, 0, 45, 0, 0, 0});
    }

    @Test
    void symbolsAreReadWithTheirSuffixes() throws IOException {
        String file = """
                ffffffff81000000 T _stext
                ffffffff82000000 d table.llvm.123
                ffffffff82000008 t twice
                ffffffff82000010 t twice
                ffffffffc0000000 t modular\t[module]
                garbage
                """;
        assertThat(Kallsyms.find(
                        new BufferedReader(new StringReader(file)),
                        Set.of("_stext", "table", "twice", "modular", "no")))
                .containsEntry("_stext", List.of(0xffffffff81000000L))
                .containsEntry("table", List.of(0xffffffff82000000L))
                .containsEntry("twice", List.of(0xffffffff82000008L, 0xffffffff82000010L))
                .containsEntry("modular", List.of(0xffffffffc0000000L))
                .doesNotContainKey("no");
    }
}
