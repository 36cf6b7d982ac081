package io.github.bpflinker.attach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bpflinker.load.LoadedMap;
import io.github.bpflinker.load.LoadedObject;
import io.github.bpflinker.load.syscall.SystemCalls;
import io.github.bpflinker.map.BpfMap;
import io.github.bpflinker.map.Codecs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.NetworkChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import org.junit.jupiter.api.Test;

@SuppressWarnings("try") // links last as long as their blocks, and some are closed within
class SocketTest {

    private static final int PORT = 4711;
    private static final InetSocketAddress ANY = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

    private static void put(LoadedMap map, int key, NetworkChannel channel) {
        int fd = ChannelDescriptor.find(SystemCalls.ofSystem(), channel).orElseThrow();
        BpfMap.of(map, Codecs.int32(), Codecs.int64()).update(key, (long) fd);
    }

    @Test
    void filterOfAChannelSwallowsItsPackets() throws IOException {
        try (LoadedObject object = Objects.loader("network", "swallows").load();
                DatagramChannel receiver = DatagramChannel.open().bind(ANY);
                DatagramChannel sender = DatagramChannel.open()) {
            receiver.configureBlocking(false);
            ByteBuffer buffer = ByteBuffer.allocate(16);
            try (BpfLink link = Attach.socketFilter(object.program("swallows"), receiver)) {
                sender.send(ByteBuffer.allocate(4), receiver.getLocalAddress());
                Objects.await(() -> Objects.hits(object) == 1);
                assertThat(receiver.receive(buffer)).isNull();
                assertThat(link.isKernelLink()).isFalse();
            }
            sender.send(ByteBuffer.allocate(4), receiver.getLocalAddress());
            Objects.await(() -> {
                try {
                    return receiver.receive(buffer) != null;
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    @Test
    void closedChannelHasNoDescriptor() throws IOException {
        try (LoadedObject object = Objects.loader("network", "swallows").load()) {
            DatagramChannel closed = DatagramChannel.open();
            closed.close();
            assertThatThrownBy(() -> Attach.socketFilter(object.program("swallows"), closed))
                    .isInstanceOf(AttachException.class)
                    .hasMessageContaining("give an open channel");
        }
    }

    @Test
    void reuseportSelectsAmongSockets() throws IOException {
        try (LoadedObject object = Objects.loader("network", "selects").load();
                DatagramChannel one = DatagramChannel.open()) {
            one.setOption(StandardSocketOptions.SO_REUSEPORT, true);
            one.bind(ANY);
            try (DatagramChannel other = DatagramChannel.open();
                    DatagramChannel sender = DatagramChannel.open()) {
                other.setOption(StandardSocketOptions.SO_REUSEPORT, true);
                other.bind(one.getLocalAddress());
                try (BpfLink link = Attach.reuseport(object.program("selects"), one)) {
                    sender.send(ByteBuffer.allocate(4), one.getLocalAddress());
                    Objects.await(() -> Objects.hits(object) == 1);
                    link.close();
                    sender.send(ByteBuffer.allocate(4), one.getLocalAddress());
                    assertThat(Objects.hits(object)).isEqualTo(1);
                }
            }
        }
    }

    @Test
    void lookupLeadsConnectionsToASocket() {
        try (Network network = Network.create();
                LoadedObject object = Objects.loader("network", "leads").load();
                BpfLink link = Attach.networkNamespace(object.program("leads"), network.rightFile())) {
            assertThat(link.info().orElseThrow().typeName()).isEqualTo("netns");
            boolean connected = Network.inNamespace(network.rightFile(), () -> {
                try (ServerSocketChannel server = ServerSocketChannel.open().bind(ANY)) {
                    put(object.map("sockets"), 0, server);
                    try (SocketChannel channel = SocketChannel.open(new InetSocketAddress(ANY.getAddress(), PORT))) {
                        return channel.isConnected();
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            assertThat(connected).isTrue();
            assertThat(Objects.hits(object)).isPositive();
        }
    }

    @Test
    void secondDissectorOfANamespaceIsRefused() {
        try (Network network = Network.create();
                LoadedObject object = Objects.loader("network", "dissects").load();
                BpfLink link = Attach.networkNamespace(object.program("dissects"), network.rightFile())) {
            assertThat(link.info().orElseThrow().typeName()).isEqualTo("netns");
            assertThatThrownBy(() -> Attach.networkNamespace(object.program("dissects"), network.rightFile()))
                    .isInstanceOf(AttachException.class)
                    .hasMessageContaining("the network namespace has as many such programs as it takes");
        }
    }

    private static void verdict(String program, boolean links, boolean fromServer) throws IOException {
        try (LoadedObject object = Objects.loader("network", program).load();
                ServerSocketChannel server = ServerSocketChannel.open().bind(ANY);
                SocketChannel client = SocketChannel.open(server.getLocalAddress());
                SocketChannel accepted = server.accept();
                BpfLink link = SockmapLinks.attach(object.program(program), object.map("sockets"), links)) {
            put(object.map("sockets"), 0, client);
            if (fromServer) {
                accepted.write(ByteBuffer.allocate(4));
                assertThat(client.read(ByteBuffer.allocate(4))).isEqualTo(4);
            } else {
                client.write(ByteBuffer.allocate(4));
                assertThat(accepted.read(ByteBuffer.allocate(4))).isEqualTo(4);
            }
            assertThat(Objects.hits(object)).isEqualTo(1);
            assertThat(link.isKernelLink()).isEqualTo(links);
        }
    }

    @Test
    void verdictSeesWhatSocketsReceive() throws IOException {
        verdict("judges", true, true);
    }

    @Test
    void verdictWorksAsKernelsBeforeLinksHaveIt() throws IOException {
        verdict("judges", false, true);
    }

    @Test
    void verdictSeesWhatSocketsSend() throws IOException {
        verdict("judges_messages", true, false);
    }
}
