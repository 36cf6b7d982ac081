package io.github.bpflinker.attach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.jna.Function;
import io.github.bpflinker.load.LoadedObject;
import io.github.bpflinker.load.LoadedProgram;
import io.github.bpflinker.map.BpfMap;
import io.github.bpflinker.run.TestRun;
import io.github.bpflinker.testing.Root;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TracingTest {

    @BeforeAll
    static void requireProcessIds() {
        Root.requireProcessIds();
    }

    private static LoadedObject load(String program) {
        return Objects.loader("tracing", program)
                .global("process", ProcessHandle.current().pid())
                .load();
    }

    private static void runsWhileAttached(LoadedObject object, BpfLink link) {
        Objects.await(() -> Objects.hits(object) > 0);
        link.close();
        long after = Objects.hits(object);
        for (int i = 0; i < 10; i++) {
            Objects.pause();
        }
        assertThat(Objects.hits(object)).isEqualTo(after);
    }

    @Test
    void tracepointRunsWithItsCookie() {
        try (LoadedObject object = load("on_tracepoint");
                BpfLink link =
                        Attach.tracepoint(object.program("on_tracepoint"), "sched", "sched_switch", 0x1234567890L)) {
            assertThat(link.isKernelLink()).isTrue();
            assertThat(link.info().orElseThrow().typeName()).isEqualTo("perf_event");
            Objects.await(() -> Objects.hits(object) > 0);
            assertThat(Objects.result(object, 1)).isEqualTo(0x1234567890L);
            runsWhileAttached(object, link);
        }
    }

    @Test
    void tracepointWorksAsKernelsBeforeLinksHaveIt() {
        try (LoadedObject object = load("on_tracepoint");
                BpfLink link = TracepointLinks.tracepoint(
                        object.program("on_tracepoint"), "sched", "sched_switch", 0, false)) {
            assertThat(link.isKernelLink()).isFalse();
            assertThat(link.info()).isEmpty();
            runsWhileAttached(object, link);
        }
    }

    @Test
    void rawTracepointRunsWithItsCookie() {
        try (LoadedObject object = load("on_raw_tracepoint");
                BpfLink link = Attach.rawTracepoint(object.program("on_raw_tracepoint"), "sched_switch", 77)) {
            Objects.await(() -> Objects.hits(object) > 0);
            assertThat(Objects.result(object, 1)).isEqualTo(77);
            runsWhileAttached(object, link);
        }
    }

    @Test
    @SuppressWarnings("try") // the link is closed within its block
    void writableTracepointChangesItsArgument() {
        int thread = Function.getFunction("c", "gettid").invokeInt(new Object[0]);
        try (LoadedObject object = Objects.loader("tracing", "changes_result", "is_tested")
                        .global("thread", thread)
                        .load();
                BpfLink link = Attach.program(object.program("changes_result"))) {
            TestRun run = TestRun.of(object.program("is_tested")).data(new byte[14]);
            assertThatThrownBy(run::run).hasMessageContaining("E2BIG");
            assertThat(Objects.hits(object)).isEqualTo(1);
            link.close();
            assertThat(run.run().returnValue()).isZero();
        }
    }

    @Test
    void typedTracepointRuns() {
        try (LoadedObject object = load("on_typed_tracepoint");
                BpfLink link = Attach.tracing(object.program("on_typed_tracepoint"))) {
            assertThat(link.target()).isEqualTo("tp_btf sched_switch");
            runsWhileAttached(object, link);
        }
    }

    @Test
    void sectionsSayWhereProgramsGo() {
        try (LoadedObject object = Objects.loader(
                                "tracing", "on_tracepoint", "on_raw_tracepoint", "on_typed_tracepoint", "on_clock")
                        .global("process", ProcessHandle.current().pid())
                        .load();
                BpfLinks links = Attach.all(object)) {
            assertThat(links.list().stream().map(BpfLink::program))
                    .containsExactlyInAnyOrder("on_tracepoint", "on_raw_tracepoint", "on_typed_tracepoint");
            assertThat(links.of("on_tracepoint").target()).isEqualTo("tracepoint sched:sched_switch");
            Objects.await(() -> Objects.hits(object) > 0);
            assertThatThrownBy(() -> Attach.program(object.program("on_clock")))
                    .isInstanceOf(AttachException.class)
                    .hasMessageContaining("section 'perf_event' of program 'on_clock' does not say");
        }
    }

    @Test
    void clockRunsTheProgramWithStacks() {
        try (LoadedObject object = load("on_clock");
                BpfLink link = Attach.perfEvent(
                        object.program("on_clock"),
                        PerfEventOptions.cpuClock(2000).cookie(5))) {
            long[] sum = {0};
            Objects.await(() -> {
                for (int i = 0; i < 10_000_000; i++) {
                    sum[0] += i ^ sum[0];
                }
                return Objects.hits(object) > 0;
            });
            assertThat(Objects.result(object, 1)).isEqualTo(5);
            assertThat(Objects.result(object, 2)).isNotNegative();
            assertThat(BpfMap.ofBytes(object.map("stacks")).entries().hasNext()).isTrue();
            assertThat(link.target()).isEqualTo("perf event 0 of type 1");
        }
    }

    @Test
    void linkOutlivesTheObjectAndIsGoneWhenClosed() {
        LoadedObject object = load("on_raw_tracepoint");
        int id = object.program("on_raw_tracepoint").info().id();
        BpfLink link = Attach.rawTracepoint(object.program("on_raw_tracepoint"), "sched_switch");
        object.close();
        assertThat(link.info().orElseThrow().programId()).isEqualTo(id);
        link.close();
        link.close();
        assertThatThrownBy(link::info).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void unknownTracepointNamesTheNearest() {
        try (LoadedObject object = load("on_tracepoint")) {
            LoadedProgram program = object.program("on_tracepoint");
            assertThatThrownBy(() -> Attach.tracepoint(program, "sched", "sched_swich"))
                    .isInstanceOf(AttachException.class)
                    .hasMessageContaining("no tracepoint sched:sched_swich; there is sched_switch");
            assertThatThrownBy(() -> Attach.tracepoint(program, "shed", "sched_switch"))
                    .hasMessageContaining("there is category sched");
        }
    }

    @Test
    void unknownRawTracepointSaysSo() {
        try (LoadedObject object = load("on_raw_tracepoint")) {
            assertThatThrownBy(() -> Attach.rawTracepoint(object.program("on_raw_tracepoint"), "sched_swich"))
                    .isInstanceOfSatisfying(
                            AttachException.class, e -> assertThat(e.errno()).hasValue(2))
                    .hasMessageContaining("the kernel has no such tracepoint")
                    .hasMessageContaining("available_events");
        }
    }

    @Test
    void programOfAnotherTypeIsNamed() {
        try (LoadedObject object = load("on_tracepoint")) {
            assertThatThrownBy(() -> Attach.kprobe(object.program("on_tracepoint"), "schedule", KprobeOptions.entry()))
                    .hasMessage(
                            "program 'on_tracepoint' (section tp/sched/sched_switch) is of type tracepoint and can't be"
                                    + " attached to kprobe schedule, which takes programs of type kprobe; change its section, or"
                                    + " attach it to something else");
        }
    }

    @Test
    void hardwareEventOfAMachineWithoutSaysSo() {
        try (LoadedObject object = load("on_clock")) {
            PerfEventOptions unknown = PerfEventOptions.of(1, 4711, new PerfEventOptions.Sampling.Period(1))
                    .cpus(List.of(0));
            assertThatThrownBy(() -> Attach.perfEvent(object.program("on_clock"), unknown))
                    .hasMessageContaining("this machine does not count that event")
                    .hasMessageContaining("use a software event");
        }
    }
}
