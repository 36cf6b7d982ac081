package io.github.bpflinker.attach;

import io.github.bpflinker.load.syscall.Errno;
import io.github.bpflinker.load.syscall.NativeMemory;
import io.github.bpflinker.load.syscall.SystemCall;
import io.github.bpflinker.load.syscall.SystemCalls;
import java.io.IOException;
import java.lang.ref.Reference;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/** A TCP connection of this machine with itself that uses a congestion control by name. */
final class Congestion {

    private static final int TCP = 6;
    private static final int TCP_CONGESTION = 13;
    private static final int ROUNDS = 50;

    private Congestion() {}

    /**
     * Sends some data there and back.
     *
     * @return {@code sent}, or the name of the error number if the kernel knows no such congestion control
     */
    static String send(String control) throws IOException {
        try (ServerSocketChannel server =
                        ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
                SocketChannel client = SocketChannel.open()) {
            int answer = choose(client, control);
            if (answer < 0) {
                return Errno.name(-answer);
            }
            client.connect(server.getLocalAddress());
            try (SocketChannel other = server.accept()) {
                for (int round = 0; round < ROUNDS; round++) {
                    exchange(client, other);
                    exchange(other, client);
                }
            }
            return "sent";
        }
    }

    private static int choose(SocketChannel channel, String control) {
        SystemCalls calls = SystemCalls.ofSystem();
        int fd = ChannelDescriptor.find(calls, channel).orElseThrow();
        byte[] name = control.getBytes(StandardCharsets.UTF_8);
        NativeMemory memory = NativeMemory.of(name);
        int answer = (int) calls.call(SystemCall.SETSOCKOPT, fd, TCP, TCP_CONGESTION, memory.address(), name.length);
        Reference.reachabilityFence(memory);
        return answer;
    }

    private static void exchange(SocketChannel from, SocketChannel to) throws IOException {
        ByteBuffer sent = ByteBuffer.allocate(1000);
        while (sent.hasRemaining()) {
            from.write(sent);
        }
        ByteBuffer received = ByteBuffer.allocate(1000);
        int read = 0;
        while (received.hasRemaining() && read >= 0) {
            read = to.read(received);
        }
    }
}
