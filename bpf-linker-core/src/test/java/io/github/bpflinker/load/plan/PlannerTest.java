package io.github.bpflinker.load.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.github.bpflinker.load.bind.Objects;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlannerTest {

    private static final String HEAD = """
            #include <linux/bpf.h>
            #include <stdbool.h>
            #include <bpf/bpf_helpers.h>
            char LICENSE[] SEC("license") = "GPL";
            """;

    @Test
    void samePlanForSameBytes() {
        Path object = Objects.compile("operations");
        assertThat(Objects.plan(object, PlanOptions.none())).isEqualTo(Objects.plan(object, PlanOptions.none()));
    }

    @Test
    void mapsHaveTheirShapes() {
        LoadPlan plan = Objects.plan("maps");
        assertThat(plan.map("hash").orElseThrow().shape()).isEqualTo(new MapShape(1, 8, 24, 16, 0, 0, 0));
        assertThat(plan.map("array").orElseThrow().shape().flags()).isEqualTo(MapShape.MMAPABLE);
        assertThat(plan.map("bloom").orElseThrow().shape().extra()).isEqualTo(3);
        assertThat(plan.map("events").orElseThrow().shape().maxEntries()).isZero();
    }

    @Test
    void globalDataBecomesMaps() {
        LoadPlan plan = Objects.plan("globals");
        assertThat(plan.maps())
                .extracting(PlannedMap::name)
                .contains(".data", ".bss", ".rodata", ".data.special", ".rodata.table", ".bss.spare");
        PlannedMap data = plan.map(".data").orElseThrow();
        assertThat(data.kernelName()).isEqualTo("globals.data");
        assertThat(data.contents().get(0)).isEqualTo((byte) 5);
        assertThat(plan.map(".data.concealed").orElseThrow().shape().flags()).isZero();
        assertThat(plan.map(".rodata").orElseThrow().kind().isFrozen()).isTrue();
        assertThat(plan.kernelVersion()).isEqualTo(OptionalInt.of(0x060102));
        assertThat(plan.license()).isEqualTo("Dual MIT/GPL");
        assertThat(plan.program("on_request").orElseThrow().load()).isFalse();
    }

    @Test
    void definitionsSetElements() {
        LoadPlan plan = Objects.plan("maps-in-maps");
        PlannedMap outer = plan.map("outer").orElseThrow();
        assertThat(outer.slots())
                .containsExactly(
                        new MapSlot(0, plan.maps().indexOf(plan.map("one").orElseThrow())),
                        new MapSlot(2, plan.maps().indexOf(plan.map("two").orElseThrow())));
        assertThat(outer.inner().orElseThrow().shape()).isEqualTo(new MapShape(2, 4, 8, 2, 0, 0, 0));
        PlannedMap jumps = plan.map("jumps").orElseThrow();
        assertThat(jumps.slots())
                .extracting(slot ->
                        slot.key() + "=" + plan.programs().get(slot.entry()).name())
                .containsExactly("1=last", "2=first");
    }

    @Test
    void operationsPointToPrograms() {
        LoadPlan plan = Objects.plan("operations");
        StructOps operations = plan.map("mine").orElseThrow().structOps().orElseThrow();
        assertThat(operations.typeName()).isEqualTo("tcp_congestion_ops");
        assertThat(operations.operations())
                .extracting(operation -> operation.member() + "="
                        + plan.programs().get(operation.program()).name())
                .containsExactly("0=threshold", "1=avoid", "2=undo");
        assertThat(plan.program("replacement").orElseThrow().target())
                .isEqualTo(new AttachTarget.ProgramFunction("replaced"));
        assertThat(plan.program("entered").orElseThrow().target()).isEqualTo(new AttachTarget.KernelType("do_exit"));
    }

    @Test
    void externsHavePlacesInTheirMap() {
        LoadPlan plan = Objects.plan("externs");
        List<Extern.Kconfig> values = plan.externs().stream()
                .filter(Extern.Kconfig.class::isInstance)
                .map(Extern.Kconfig.class::cast)
                .toList();
        assertThat(values.get(0).name()).isEqualTo("CONFIG_HZ");
        assertThat(values).allSatisfy(value -> assertThat(value.offset() % Math.min(value.size(), 1))
                .isZero());
        assertThat(plan.externs().stream().filter(Extern.Variable.class::isInstance))
                .extracting(Extern::name)
                .contains("_stext", "no_such_symbol", "bpf_prog_active");
        assertThat(plan.externs())
                .contains(new Extern.Variable("no_such_symbol", true, 0))
                .anySatisfy(extern -> assertThat(extern)
                        .asInstanceOf(type(Extern.Function.class))
                        .returns("bpf_task_acquire", Extern.Function::kernelName));
    }

    @Test
    void legacyMapsAreRead() {
        Path object = Objects.compile("legacy", HEAD + """
                struct bpf_map_def { unsigned int type, key_size, value_size, max_entries, map_flags, id, pinning; };
                struct bpf_map_def SEC("maps") old = { .type = 1, .key_size = 4, .value_size = 8, .max_entries = 2, .map_flags = 1 };
                struct bpf_map_def SEC("maps") shared = { .type = 2, .key_size = 4, .value_size = 8, .max_entries = 1, .pinning = 1 };
                SEC("raw_tp") int uses(void *ctx) { int k = 0; bpf_map_lookup_elem(&shared, &k); return !bpf_map_lookup_elem(&old, &k); }
                """);
        LoadPlan plan = Objects.plan(object, PlanOptions.none());
        assertThat(plan.map("old").orElseThrow().shape()).isEqualTo(new MapShape(1, 4, 8, 2, 1, 0, 0));
        assertThat(plan.map("shared").orElseThrow().pinnedByName()).isTrue();
        assertThat(plan.functions().get(0).references()).hasSize(2);
    }

    @Test
    void exceptionCallbacksAreFound() {
        Path object = Objects.compile("callback", HEAD + """
                __attribute__((noinline)) int handler(unsigned long long cookie) { return cookie; }
                SEC("tc") __attribute__((btf_decl_tag("exception_callback:handler"))) int thrower(struct __sk_buff *skb) { return 0; }
                """);
        LoadPlan plan = Objects.plan(object, PlanOptions.none());
        int callback = plan.program("thrower").orElseThrow().exceptionCallback().orElseThrow();
        assertThat(plan.functions().get(callback).name()).isEqualTo("handler");
    }

    @ParameterizedTest
    @CsvSource({
        "kprobe.multi/tcp_*, 2, 42, 0",
        "uprobe.session.s/p:f, 2, 57, 16",
        "xdp.frags/devmap, 6, 33, 32",
        "xdp.frags, 6, 37, 32",
        "syscall, 31, 0, 16",
        "iter.s/task, 26, 28, 16",
        "lsm_cgroup/socket_bind, 29, 43, 0",
        "fmod_ret/f, 26, 26, 0",
        "usdt/p:a:b, 2, 0, 0",
        "tcx/ingress, 3, 46, 0",
        "netkit/peer, 3, 55, 0",
        "cgroup/connect_unix, 18, 49, 0",
        "sk_reuseport/migrate, 21, 40, 0",
        "raw_tp.w/x, 24, 0, 0",
        "tp_btf.s/x, 26, 23, 16",
        "fsession/f, 26, 58, 0",
        "fentry.multi.s/f*, 26, 59, 16",
        "netfilter, 32, 45, 0",
        "sk_lookup, 30, 36, 0",
        "lwt_seg6local, 19, 0, 0",
        "struct_ops.s/x, 27, 0, 16"
    })
    void sectionsSayTypes(String section, int type, int attachType, int flags) {
        Path object = Objects.compile("only", HEAD + "SEC(\"raw_tp\") int only(void *ctx) { return 0; }");
        PlannedProgram program = Objects.plan(object, new PlanOptions(Map.of("only", section), ""))
                .programs()
                .get(0);
        assertThat(List.of(program.type(), program.attachType(), program.flags()))
                .containsExactly(type, attachType, flags);
    }

    private static PlanException failure(String name, String source) {
        Path object = Objects.compile(name, source);
        try {
            Objects.plan(object, PlanOptions.none());
        } catch (PlanException e) {
            return e;
        }
        throw new AssertionError("planned");
    }

    @Test
    void unknownSectionsAreNamedWithTheNearest() {
        PlanException e = failure("unknown", HEAD + "SEC(\"kprobee/do_exit\") int p(void *ctx) { return 0; }");
        assertThat(e.problem())
                .asInstanceOf(type(PlanProblem.UnknownSection.class))
                .satisfies(problem -> {
                    assertThat(problem.section()).isEqualTo("kprobee/do_exit");
                    assertThat(problem.nearest()).contains("kprobe/do_exit");
                    assertThat(problem.location().orElseThrow().line()).isEqualTo(5);
                });
        assertThat(e).hasMessageContaining("unknown.o.c:5").hasMessageContaining("did you mean \"kprobe/do_exit\"?");
    }

    @Test
    void functionsThatAreNowhereAreNamedWithTheLine() {
        PlanException e = failure("nowhere", HEAD + """
                extern int missing(int a);
                SEC("raw_tp") int p(void *ctx)
                {
                    return missing(3);
                }
                """);
        assertThat(e.problem())
                .asInstanceOf(type(PlanProblem.UndefinedFunction.class))
                .returns("missing", PlanProblem.UndefinedFunction::symbol)
                .returns("p", PlanProblem.UndefinedFunction::caller)
                .satisfies(problem ->
                        assertThat(problem.location().orElseThrow().line()).isEqualTo(8));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "__uint(max_entries, 1); | type | has no type",
                "__uint(type, 1); __uint(key_size, 4); __type(key, long); | key | 8 bytes, another field 4",
                "__uint(type, 1); __uint(pinning, 7); | pinning | neither",
                "__uint(type, 1); __uint(colour, 7); | colour | no loader knows",
                "__uint(type, 1); __array(values, int(void *)); | values | only maps of maps",
                "__uint(type, 12); __array(values, struct { __uint(max_entries, 1); }); | type | has no type",
                "__uint(type, 12); __array(values, int); | values | do not point to the definition"
            })
    void contradictingDefinitionsAreNamed(String fields, String field, String reason) {
        PlanException e = failure(
                "contradiction",
                HEAD + "struct { " + fields + " } m SEC(\".maps\");\n"
                        + "SEC(\"raw_tp\") int p(void *ctx) { return !&m; }");
        assertThat(e.problem())
                .asInstanceOf(type(PlanProblem.BadMap.class))
                .returns(field, PlanProblem.BadMap::field)
                .satisfies(problem ->
                        assertThat(problem.message()).contains(reason).contains(".maps"));
    }

    @Test
    void whatIsNoObjectIsRefused() {
        assertThatThrownBy(() -> Planner.plan("a/b.txt", ByteBuffer.wrap(new byte[] {1, 2, 3})))
                .isInstanceOf(PlanException.class)
                .hasMessageStartingWith("a/b.txt: ");
    }

    @Test
    void staticProgramsAreRefused() {
        PlanException e = failure(
                "hidden-program",
                HEAD + "__attribute__((section(\"raw_tp\"), used)) static int p(void *ctx) { return 0; }");
        assertThat(e.problem()).isInstanceOf(PlanProblem.BadFunction.class);
    }

    @Test
    void externsBelongIntoTheirSections() {
        PlanException e = failure("text", HEAD + """
                extern struct { int a; } CONFIG_HZ __kconfig;
                SEC("raw_tp") int p(void *ctx) { return CONFIG_HZ.a; }
                """);
        assertThat(e.problem()).isInstanceOf(PlanProblem.BadExtern.class);
    }
}
