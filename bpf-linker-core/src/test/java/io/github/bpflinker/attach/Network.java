package io.github.bpflinker.attach;

import io.github.bpflinker.load.syscall.SystemCalls;
import io.github.bpflinker.testing.Command;
import io.github.bpflinker.testing.Root;
import io.github.bpflinker.testing.Tool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Two network namespaces with a cable between them: {@code left} at 10.9.0.1 and {@code right} at 10.9.0.2. */
final class Network implements AutoCloseable {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final String ip = Tool.IPROUTE2.require().toString();
    private final String left;
    private final String right;

    private Network() {
        String name = "attach-" + ProcessHandle.current().pid() + "-" + NUMBER.incrementAndGet();
        left = name + "-l";
        right = name + "-r";
    }

    static Network create() {
        Root.require();
        Network network = new Network();
        network.ip("netns", "add", network.left);
        network.ip("netns", "add", network.right);
        network.ip("-n", network.left, "link", "add", "left", "type", "veth", "peer", "right", "netns", network.right);
        network.ip("-n", network.left, "addr", "add", "10.9.0.1/24", "dev", "left");
        network.ip("-n", network.right, "addr", "add", "10.9.0.2/24", "dev", "right");
        network.ip("-n", network.left, "link", "set", "left", "up");
        network.ip("-n", network.right, "link", "set", "right", "up");
        network.ip("-n", network.right, "link", "set", "lo", "up");
        return network;
    }

    void ip(String... arguments) {
        String[] command = new String[arguments.length + 1];
        command[0] = ip;
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        Command.run(command).orFail();
    }

    Path leftFile() {
        return Path.of("/run/netns", left);
    }

    Path rightFile() {
        return Path.of("/run/netns", right);
    }

    /** The name of the namespace, as ip knows it. */
    String rightName() {
        return right;
    }

    String leftName() {
        return left;
    }

    /** Runs a command of the shell in the namespace on the right. */
    void inRight(String command) {
        ip("netns", "exec", right, "sh", "-c", command);
    }

    NetworkDevice device() {
        return NetworkDevice.named("right").in(rightFile());
    }

    /** A datagram from the left to a port on the right. */
    void send(int port, int size) {
        inNamespace(leftFile(), () -> {
            try (DatagramChannel channel = DatagramChannel.open()) {
                return channel.send(ByteBuffer.allocate(size), new InetSocketAddress("10.9.0.2", port));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    static <T> T inNamespace(Path file, Supplier<T> work) {
        return Namespaces.run(SystemCalls.ofSystem(), Optional.of(file), work);
    }

    @Override
    public void close() {
        ip("netns", "del", left);
        ip("netns", "del", right);
    }
}
