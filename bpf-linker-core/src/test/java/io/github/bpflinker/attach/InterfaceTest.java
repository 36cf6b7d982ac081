package io.github.bpflinker.attach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bpflinker.load.LoadedObject;
import io.github.bpflinker.load.LoadedProgram;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Execution(ExecutionMode.SAME_THREAD)
@SuppressWarnings("try") // links last as long as their blocks, and some are closed within
class InterfaceTest {

    private static final int PORT = 4711;

    private static Network network;

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

    /** Address resolution can lose the first packets. */
    private static void sendUntilSeen(LoadedObject object) {
        long before = Objects.hits(object);
        Objects.await(() -> {
            network.send(PORT, 100);
            return Objects.hits(object) > before;
        });
    }

    private static void isNotSeen(LoadedObject object) {
        long before = Objects.hits(object);
        network.send(PORT, 100);
        network.send(PORT, 100);
        assertThat(Objects.hits(object)).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource(XdpMode.class)
    void xdpSeesPackets(XdpMode mode) {
        try (LoadedObject object = Objects.loader("network", "drops").load();
                BpfLink link = Attach.xdp(object.program("drops"), network.device(), mode)) {
            assertThat(link.info().orElseThrow().typeName()).isEqualTo("xdp");
            sendUntilSeen(object);
            link.close();
            isNotSeen(object);
        }
    }

    @ParameterizedTest
    @EnumSource(XdpMode.class)
    void xdpWorksAsKernelsBeforeLinksHaveIt(XdpMode mode) {
        try (LoadedObject object = Objects.loader("network", "drops", "passes").load();
                BpfLink link = InterfaceLinks.xdp(object.program("drops"), network.device(), mode, false)) {
            assertThat(link.isKernelLink()).isFalse();
            sendUntilSeen(object);
            link.update(object.program("passes"));
            Objects.await(() -> {
                network.send(PORT, 100);
                return Objects.result(object, 1) > 0;
            });
            link.close();
            isNotSeen(object);
        }
    }

    @Test
    void xdpWithFragmentsTakesLargePackets() {
        try (LoadedObject object =
                        Objects.loader("network", "drops_large", "drops").load();
                Network large = Network.create()) {
            large.ip("-n", large.rightName(), "link", "set", "right", "mtu", "9000");
            try (BpfLink link = Attach.xdp(object.program("drops_large"), large.device(), XdpMode.DRIVER)) {
                Objects.await(() -> {
                    large.send(PORT, 100);
                    return Objects.hits(object) > 0;
                });
                assertThat(link.isKernelLink()).isTrue();
            }
        }
    }

    @Test
    void xdpProgramIsReplaced() {
        try (LoadedObject object = Objects.loader("network", "drops", "passes").load();
                BpfLink link = Attach.xdp(object.program("drops"), network.device(), XdpMode.ANY)) {
            sendUntilSeen(object);
            link.update(object.program("passes"));
            isNotSeen(object);
            assertThat(Objects.result(object, 1)).isPositive();
        }
    }

    @Test
    void secondXdpProgramIsRefused() {
        try (LoadedObject object = Objects.loader("network", "drops", "passes").load();
                BpfLink link = Attach.xdp(object.program("drops"), network.device(), XdpMode.ANY)) {
            assertThatThrownBy(() -> Attach.xdp(object.program("passes"), network.device(), XdpMode.ANY))
                    .isInstanceOfSatisfying(
                            AttachException.class, e -> assertThat(e.errno()).hasValue(16))
                    .hasMessageContaining("another XDP program is attached to the interface")
                    .hasMessageContaining("close its link");
            assertThat(link.isKernelLink()).isTrue();
        }
    }

    @Test
    void interfaceThatIsNotThereSaysSo() {
        try (LoadedObject object = Objects.loader("network", "drops", "first").load()) {
            LoadedProgram xdp = object.program("drops");
            assertThatThrownBy(() -> Attach.xdp(xdp, NetworkDevice.named("nowhere"), XdpMode.ANY))
                    .hasMessageContaining(
                            "there is no network interface nowhere in this network namespace; see ip link");
            NetworkDevice gone = NetworkDevice.index(1_000_000).in(network.rightFile());
            assertThatThrownBy(() -> Attach.xdp(xdp, gone, XdpMode.ANY))
                    .isInstanceOfSatisfying(
                            AttachException.class, e -> assertThat(e.errno()).hasValue(22))
                    .hasMessageContaining("the interface is gone");
            assertThatThrownBy(() -> Attach.tcxIngress(object.program("first"), gone, Place.last()))
                    .isInstanceOfSatisfying(
                            AttachException.class, e -> assertThat(e.errno()).hasValue(19))
                    .hasMessageContaining("there is no such interface in this network namespace");
        }
    }

    @Test
    void tcxRunsInOrder() {
        try (LoadedObject object =
                        Objects.loader("network", "first", "second", "third").load();
                BpfLink second = Attach.tcxIngress(object.program("second"), network.device(), Place.last());
                BpfLink first = Attach.tcxIngress(object.program("first"), network.device(), Place.before(second));
                BpfLink third = Attach.tcxIngress(object.program("third"), network.device(), Place.after(second))) {
            sendUntilSeen(object);
            assertThat(Long.toString(Objects.result(object, 2))).startsWith("123");
            assertThat(first.info().orElseThrow().typeName()).isEqualTo("tcx");
            assertThat(third.target()).contains("tcx ingress of interface right");
        }
    }

    @Test
    void tcxPutsAProgramFirst() {
        try (LoadedObject object = Objects.loader("network", "first", "second").load();
                BpfLink second = Attach.tcxIngress(object.program("second"), network.device(), Place.last());
                BpfLink first = Attach.tcxIngress(object.program("first"), network.device(), Place.first())) {
            sendUntilSeen(object);
            assertThat(Long.toString(Objects.result(object, 2))).startsWith("12");
            first.close();
            second.close();
            isNotSeen(object);
        }
    }

    @Test
    void sameTcxProgramTwiceIsRefused() {
        try (LoadedObject object = Objects.loader("network", "first").load();
                BpfLink link = Attach.tcxIngress(object.program("first"), network.device(), Place.last())) {
            assertThatThrownBy(() -> Attach.tcxIngress(object.program("first"), network.device(), Place.last()))
                    .isInstanceOfSatisfying(
                            AttachException.class, e -> assertThat(e.errno()).hasValue(17))
                    .hasMessageContaining("the same program is attached there already");
            assertThat(link.isKernelLink()).isTrue();
        }
    }

    @Test
    void filterOfClsactSeesPackets() {
        try (LoadedObject object = Objects.loader("network", "first", "second").load();
                BpfLink second =
                        Attach.trafficFilter(object.program("second"), network.device(), FilterOptions.ingress(9));
                BpfLink first =
                        Attach.trafficFilter(object.program("first"), network.device(), FilterOptions.ingress(8))) {
            sendUntilSeen(object);
            assertThat(Long.toString(Objects.result(object, 2))).startsWith("12");
            first.close();
            second.close();
            isNotSeen(object);
        }
    }

    @Test
    void tcxSeesWhatLeaves() {
        NetworkDevice left = NetworkDevice.named("left").in(network.leftFile());
        try (LoadedObject object = Objects.loader("network", "first", "second").load();
                BpfLink second = Attach.tcxEgress(object.program("second"), left, Place.last());
                BpfLink first = Attach.tcxEgress(object.program("first"), left, Place.before(second))) {
            assertThat(first.target()).startsWith("tcx egress of interface left");
            sendUntilSeen(object);
            assertThat(Long.toString(Objects.result(object, 2))).startsWith("12");
            first.close();
            second.close();
            isNotSeen(object);
        }
    }

    @Test
    void filterOfClsactSeesWhatLeaves() {
        NetworkDevice left = NetworkDevice.named("left").in(network.leftFile());
        try (LoadedObject object = Objects.loader("network", "first").load();
                BpfLink link = Attach.trafficFilter(object.program("first"), left, FilterOptions.egress(3))) {
            assertThat(link.target()).startsWith("clsact egress of interface left");
            sendUntilSeen(object);
            link.close();
            isNotSeen(object);
        }
    }

    @Test
    void flowDissectorIsAsked() {
        try (LoadedObject object =
                        Objects.loader("network", "asks_for_flow", "dissects").load();
                BpfLink asking = Attach.tcxIngress(object.program("asks_for_flow"), network.device(), Place.last());
                BpfLink link = Attach.networkNamespace(object.program("dissects"), network.rightFile())) {
            assertThat(link.info().orElseThrow().typeName()).isEqualTo("netns");
            sendUntilSeen(object);
            link.close();
            long asked = Objects.result(object, 4);
            long seen = Objects.hits(object);
            Objects.await(() -> {
                network.send(PORT, 100);
                return Objects.result(object, 4) > asked;
            });
            assertThat(Objects.hits(object)).isEqualTo(seen);
            assertThat(asking.isKernelLink()).isTrue();
        }
    }

    @Test
    void netfilterRefusesPackets() {
        try (LoadedObject object = Objects.loader("network", "refuses").load();
                BpfLink link = Attach.netfilter(
                        object.program("refuses"),
                        NetfilterOptions.of(NetfilterOptions.Family.IPV4, NetfilterOptions.Hook.PRE_ROUTING, -100)
                                .in(network.rightFile()))) {
            assertThat(link.info().orElseThrow().typeName()).isEqualTo("netfilter");
            sendUntilSeen(object);
            link.close();
            isNotSeen(object);
        }
    }
}
