package io.github.bpflinker.generate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpflinker.testing.LoadedSource;
import io.github.bpflinker.testing.Root;
import java.nio.file.Path;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeneratedObjectTest {

    @TempDir
    private Path folder;

    private static final String SOURCE = """
        enum verdict { VERDICT_PASS, VERDICT_DROP = 7, VERDICT_LAST = VERDICT_DROP };
        struct flow_key { u32 source; u16 port; u8 mac[6]; char name[8]; };
        struct flow_stats { u64 packets; enum verdict verdict; u32 low : 3, high : 5; s32 balance; };
        struct exec_event { u64 number; u32 pid; char comm[16]; };
        const struct exec_event *unused __attribute__((unused));
        struct { __uint(type, 1); __uint(max_entries, 16); __type(key, struct flow_key); __type(value, struct flow_stats); }
            flows SEC(".maps");
        struct { __uint(type, 2); __uint(max_entries, 4); __type(key, u32); __type(value, u64); } totals SEC(".maps");
        struct { __uint(type, 6); __uint(max_entries, 4); __type(key, u32); __type(value, u64); } each_cpu SEC(".maps");
        struct { __uint(type, 27); __uint(max_entries, 4096); } events SEC(".maps");
        const volatile u32 limit = 3;
        u64 drops;
        struct flow_stats last = {.balance = -4};
        u16 ports[3] = {1, 2, 3};
        SEC("socket") int count_received(void *ctx) {
            struct flow_key key = {.source = 4000000000u, .port = 443, .mac = {255, 1}, .name = "eth0"};
            struct flow_stats stats = {.packets = limit, .verdict = VERDICT_DROP, .low = 5, .high = 17, .balance = -1};
            bpf_map_update_elem(&flows, &key, &stats, 0);
            last = stats;
            drops += limit;
            struct exec_event *event = bpf_ringbuf_reserve(&events, sizeof(*event), 0);
            if (event) {
                event->number = drops;
                event->pid = 4294967295u;
                __builtin_memcpy(event->comm, "bash", 5);
                bpf_ringbuf_submit(event, 0);
            }
            return limit;
        }
        SEC("tp/sched/sched_process_exec") int on_exec(void *ctx) { return 0; }
        """;

    private static final String APPLICATION = """
        package app;

        import com.example.*;
        import io.github.bpflinker.attach.BpfLink;
        import java.lang.ref.WeakReference;
        import java.util.ArrayList;
        import java.util.List;

        public final class Application {
            private Application() {}

            public static Object run() {
                List<String> seen = new ArrayList<>();
                WeakReference<BpfLink> attached;
                BpfLink forgotten;
                try (Packets packets = Packets.open().rodata(r -> r.limit(r.limit() + 2)).load()) {
                    packets.maps().totals().update(1, 5L);
                    seen.add("total " + packets.maps().totals().lookup(1).orElseThrow());
                    seen.add("last before " + packets.data().last().balance());
                    int answer = packets.programs().countReceived().testRun().data(new byte[64]).run().returnValue();
                    seen.add("returned " + answer);
                    packets.maps().flows().forEach((FlowKey key, FlowStats stats) -> {
                        seen.add(key.toString());
                        seen.add(stats.packets() + " " + stats.verdict() + " " + stats.low() + " " + stats.high());
                        packets.maps().flows().update(key, new FlowStats(9, Verdict.VERDICT_PASS, 1, 2, 3));
                        seen.add("written " + packets.maps().flows().lookup(key).orElseThrow());
                    });
                    packets.maps().events().consume((ExecEvent event) -> seen.add(event.toString()));
                    seen.add("drops " + packets.bss().drops() + " of " + packets.rodata().limit());
                    packets.bss().drops(100);
                    packets.data().ports(2, 65535);
                    seen.add("port " + packets.data().ports(2) + " of " + packets.data().ports().length);
                    seen.add("view " + packets.data().lastView().balance());
                    packets.programs().countReceived().testRun().data(new byte[64]).run();
                    packets.maps().events().consumeViews(view -> seen.add(view.number() + " " + view.pid() + " " + view.comm()));
                    try (var link = packets.programs().onExec().attach()) {
                        seen.add(link.target());
                    }
                    seen.add(packets.resource());
                    attached = new WeakReference<>(packets.programs().onExec().attach());
                    System.gc();
                    forgotten = attached.get();
                    seen.add("closed while the object is open: " + forgotten.isClosed());
                }
                seen.add("closed with the object: " + forgotten.isClosed());
                return seen;
            }
        }
        """;

    @Test
    void mapsGlobalsProgramsAndEventsWork() {
        Root.require();
        Path object = LoadedSource.compile(folder, "packets", SOURCE);
        Object seen = JavaBuild.run(folder, "packets", object, GenerateOptions.of("com.example"), APPLICATION);
        assertThat(seen)
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .containsExactly(
                        "total 5",
                        "last before -4",
                        "returned 5",
                        "FlowKey[source=4000000000, port=443, mac=ff0100000000, name=eth0]",
                        "5 VERDICT_DROP 5 17",
                        "written FlowStats[packets=9, verdictValue=0, low=1, high=2, balance=3]",
                        "ExecEvent[number=5, pid=4294967295, comm=bash]",
                        "drops 5 of 5",
                        "port 65535 of 3",
                        "view -1",
                        "105 4294967295 bash",
                        "tracepoint sched:sched_process_exec",
                        "/bpf/packets.bpf.o",
                        "closed while the object is open: false",
                        "closed with the object: true");
    }
}
