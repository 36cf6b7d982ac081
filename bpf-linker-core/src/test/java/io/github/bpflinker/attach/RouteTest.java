package io.github.bpflinker.attach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bpflinker.load.LoadedObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Programs of routes, on both sides of a cable. */
@Execution(ExecutionMode.SAME_THREAD)
@SuppressWarnings("try") // links last as long as their blocks, and some are closed within
class RouteTest {

    private static final int PORT = 4711;
    /** Behind the right side. */
    private static final String BEHIND = "10.9.5.1";

    private static Network network;

    @BeforeAll
    static void connect() {
        network = Network.create();
        network.ip("-n", network.leftName(), "route", "add", "10.9.6.0/24", "via", "10.9.0.2");
        network.inRight("echo 1 > /proc/sys/net/ipv4/ip_forward");
    }

    @AfterAll
    static void disconnect() {
        if (network != null) {
            network.close();
        }
    }

    private static RouteOptions behind() throws IOException {
        return RouteOptions.to(
                        InetAddress.getByName("10.9.5.0"),
                        24,
                        NetworkDevice.named("left").in(network.leftFile()))
                .via(InetAddress.getByName("10.9.0.2"));
    }

    /** A datagram from the left; the name of the error, or {@code sent}. */
    private static String send(String address) {
        return Network.inNamespace(network.leftFile(), () -> {
            try (DatagramChannel channel = DatagramChannel.open()) {
                channel.send(ByteBuffer.allocate(100), new InetSocketAddress(InetAddress.getByName(address), PORT));
                return "sent";
            } catch (IOException e) {
                return String.valueOf(e.getMessage());
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"goes_out", "is_sent"})
    void programOfARouteSeesWhatLeaves(String program) throws IOException {
        try (LoadedObject object = Objects.loader("routes", program).load();
                BpfLink link = Attach.route(object.program(program), behind())) {
            assertThat(link.isKernelLink()).isFalse();
            assertThat(link)
                    .hasToString("program '" + program + "' at route 10.9.5.0/24 via 10.9.0.2 dev left of network"
                            + " namespace " + network.leftFile());
            assertThat(send(BEHIND)).isEqualTo("sent");
            Objects.await(() -> Objects.hits(object) == 1);
            link.close();
            assertThat(send(BEHIND)).contains("unreachable");
            assertThat(Objects.hits(object)).isEqualTo(1);
        }
    }

    @Test
    void programOfARouteIsReplaced() throws IOException {
        try (LoadedObject object =
                        Objects.loader("routes", "is_sent", "is_dropped").load();
                BpfLink link = Attach.route(object.program("is_sent"), behind().metric(7))) {
            assertThat(send(BEHIND)).isEqualTo("sent");
            link.update(object.program("is_dropped"));
            send(BEHIND);
            Objects.await(() -> Objects.result(object, 1) == 1);
            assertThat(Objects.hits(object)).isEqualTo(1);
            link.close();
            assertThat(send(BEHIND)).contains("unreachable");
        }
    }

    @Test
    void programsWithTheSameNameAreNotMixedUp() throws IOException {
        RouteOptions other = RouteOptions.to(InetAddress.getByName("10.9.7.0"), 24, behind().device())
                .via(InetAddress.getByName("10.9.0.2"));
        try (LoadedObject first = Objects.loader("routes", "is_sent").load();
                LoadedObject second = Objects.loader("routes", "is_sent").load();
                BpfLink firstLink = Attach.route(first.program("is_sent"), behind());
                BpfLink secondLink = Attach.route(second.program("is_sent"), other)) {
            assertThat(send("10.9.7.1")).isEqualTo("sent");
            Objects.await(() -> Objects.hits(second) == 1);
            assertThat(Objects.hits(first)).isZero();
            assertThat(firstLink.isKernelLink()).isEqualTo(secondLink.isKernelLink());
        }
    }

    @Test
    void programOfARouteSeesWhatComesIn() throws IOException {
        RouteOptions local = RouteOptions.to(
                InetAddress.getByName("10.9.6.0"),
                24,
                NetworkDevice.named("right").in(network.rightFile()));
        try (LoadedObject object = Objects.loader("routes", "comes_in").load();
                BpfLink link = Attach.route(object.program("comes_in"), local)) {
            Objects.await(() -> {
                send("10.9.6.1");
                return Objects.hits(object) > 0;
            });
            link.close();
            long before = Objects.hits(object);
            send("10.9.6.1");
            assertThat(Objects.hits(object)).isEqualTo(before);
        }
    }

    @Test
    void programSeesSegmentsOfIpVersion6() throws IOException {
        network.inRight("for f in all right; do echo 1 > /proc/sys/net/ipv6/conf/$f/seg6_enabled;"
                + " echo 1 > /proc/sys/net/ipv6/conf/$f/forwarding; done");
        network.ip("-n", network.leftName(), "addr", "add", "fd09::1/64", "dev", "left", "nodad");
        network.ip("-n", network.rightName(), "addr", "add", "fd09::2/64", "dev", "right", "nodad");
        network.ip("-n", network.leftName(), "route", "add", "fd05::/16", "via", "fd09::2");
        network.ip(("-n " + network.leftName() + " route add fd07::1/128 encap seg6 mode encap segs fd05::1,fd06::1"
                        + " via fd09::2 dev left")
                .split(" ", -1));
        RouteOptions segment = RouteOptions.to(
                InetAddress.getByName("fd05::1"),
                128,
                NetworkDevice.named("right").in(network.rightFile()));
        try (LoadedObject object = Objects.loader("routes", "has_segments").load();
                BpfLink link = Attach.route(object.program("has_segments"), segment)) {
            Objects.await(() -> {
                send("fd07::1");
                return Objects.hits(object) > 0;
            });
            link.close();
            long before = Objects.hits(object);
            send("fd07::1");
            assertThat(Objects.hits(object)).isEqualTo(before);
        }
    }

    @Test
    void whatTheKernelRefusesIsSaid() throws IOException {
        try (LoadedObject object = Objects.loader("routes", "is_sent").load();
                BpfLink link = Attach.route(object.program("is_sent"), behind())) {
            assertThatThrownBy(() -> Attach.route(object.program("is_sent"), behind()))
                    .isInstanceOfSatisfying(
                            AttachException.class, e -> assertThat(e.errno()).hasValue(17))
                    .hasMessageContaining("there is a route to the same destination with the same metric");
            RouteOptions far = RouteOptions.to(InetAddress.getByName("10.9.8.0"), 24, behind().device())
                    .via(InetAddress.getByName("10.77.0.1"));
            assertThatThrownBy(() -> Attach.route(object.program("is_sent"), far))
                    .isInstanceOfSatisfying(
                            AttachException.class, e -> assertThat(e.errno()).hasValue(101))
                    .hasMessageContaining("the gateway can't be reached by it");
            RouteOptions uneven = RouteOptions.to(InetAddress.getByName("10.9.8.1"), 24, behind().device());
            assertThatThrownBy(() -> Attach.route(object.program("is_sent"), uneven))
                    .isInstanceOfSatisfying(
                            AttachException.class, e -> assertThat(e.errno()).hasValue(22))
                    .hasMessageContaining("bits behind the prefix are set");
            assertThat(link.isKernelLink()).isFalse();
        }
    }
}
