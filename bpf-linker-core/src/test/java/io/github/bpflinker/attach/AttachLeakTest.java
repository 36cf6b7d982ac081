package io.github.bpflinker.attach;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpflinker.load.LoadedObject;
import io.github.bpflinker.load.host.RunningKernel;
import io.github.bpflinker.load.syscall.Bpf;
import io.github.bpflinker.testing.FailingCalls;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.channels.DatagramChannel;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Each way of attaching, again and again: everything that was opened is closed, and nothing is in the way of the next. */
@Execution(ExecutionMode.SAME_THREAD)
class AttachLeakTest {

    private static final int ROUNDS = 10;

    private static Network network;

    private interface Attaching {
        BpfLink attach(LoadedObject object) throws IOException;
    }

    @BeforeAll
    static void connect() {
        network = Network.create();
    }

    @AfterAll
    static void disconnect() {
        if (network != null) {
            network.close();
        }
    }

    private static void leavesNothing(String source, String program, Attaching attaching) throws IOException {
        FailingCalls calls = new FailingCalls((call, command) -> 0);
        try (LoadedObject object = Objects.loader(source, program)
                .into(new RunningKernel(Path.of("/"), new Bpf(calls)))
                .load()) {
            attaching.attach(object).close();
            Set<Integer> before = calls.open();
            for (int round = 0; round < ROUNDS; round++) {
                attaching.attach(object).close();
                assertThat(calls.open()).as("round %s", round).isEqualTo(before);
            }
        }
        assertThat(calls.open()).isEmpty();
    }

    @Test
    void tracing() throws IOException {
        leavesNothing(
                "tracing",
                "on_tracepoint",
                object -> Attach.tracepoint(object.program("on_tracepoint"), "sched", "sched_process_exit"));
        leavesNothing(
                "tracing",
                "on_tracepoint",
                object -> TracepointLinks.tracepoint(
                        object.program("on_tracepoint"), "sched", "sched_process_exit", 0, false));
        leavesNothing(
                "tracing", "on_typed_tracepoint", object -> Attach.tracing(object.program("on_typed_tracepoint")));
        leavesNothing(
                "tracing",
                "on_clock",
                object -> Attach.perfEvent(object.program("on_clock"), PerfEventOptions.cpuClock(10)));
    }

    @Test
    void userProbes() throws IOException {
        UprobeOptions function = UprobeOptions.function("abs");
        leavesNothing("probes", "at_entry", object -> Attach.uprobe(object.program("at_entry"), "libc.so.6", function));
        leavesNothing(
                "probes",
                "at_entry",
                object -> UserProbeLinks.one(object.program("at_entry"), "libc.so.6", function, false));
        leavesNothing(
                "probes",
                "at_entries",
                object -> Attach.uprobes(object.program("at_entries"), "libc.so.6", MultiOptions.of("labs", "llabs")));
    }

    @Test
    void iterators() throws IOException {
        leavesNothing("iterators", "tasks", object -> {
            BpfLink link = Attach.iterator(object.program("tasks"), IteratorOptions.all());
            try (InputStream output = link.output()) {
                assertThat(output.read()).isPositive();
            }
            return link;
        });
    }

    @Test
    void interfaces() throws IOException {
        NetworkDevice device = network.device();
        leavesNothing("network", "drops", object -> Attach.xdp(object.program("drops"), device, XdpMode.GENERIC));
        leavesNothing(
                "network",
                "drops",
                object -> InterfaceLinks.xdp(object.program("drops"), device, XdpMode.GENERIC, false));
        leavesNothing("network", "first", object -> Attach.tcxIngress(object.program("first"), device, Place.first()));
        leavesNothing(
                "network",
                "first",
                object -> Attach.trafficFilter(object.program("first"), device, FilterOptions.ingress(1)));
        leavesNothing(
                "network", "leads", object -> Attach.networkNamespace(object.program("leads"), network.rightFile()));
        RouteOptions route = RouteOptions.to(InetAddress.getByName("10.9.5.0"), 24, device);
        leavesNothing("routes", "is_sent", object -> Attach.route(object.program("is_sent"), route));
        NetfilterOptions hook = NetfilterOptions.of(
                        NetfilterOptions.Family.IPV4, NetfilterOptions.Hook.PRE_ROUTING, -100)
                .in(network.rightFile());
        leavesNothing("network", "refuses", object -> Attach.netfilter(object.program("refuses"), hook));
    }

    @Test
    void socketsAndCgroups() throws IOException {
        leavesNothing("network", "judges", object -> Attach.sockmap(object.program("judges"), object.map("sockets")));
        leavesNothing(
                "network",
                "judges",
                object -> SockmapLinks.attach(object.program("judges"), object.map("sockets"), false));
        try (DatagramChannel channel = DatagramChannel.open()) {
            leavesNothing("network", "swallows", object -> Attach.socketFilter(object.program("swallows"), channel));
        }
        try (Cgroup cgroup = Cgroup.create()) {
            leavesNothing("cgroups", "connects", object -> Attach.cgroup(object.program("connects"), cgroup.path()));
            leavesNothing(
                    "cgroups",
                    "connects",
                    object ->
                            CgroupLinks.attach(object.program("connects"), cgroup.path(), CgroupOptions.none(), false));
        }
    }
}
