package @package@;

import @package@.bpf.Question;
import @package@.bpf.SocketFilter;
import io.github.bpflinker.attach.AttachException;
import io.github.bpflinker.load.LoadException;
import java.nio.charset.StandardCharsets;

/** Prints the names that are asked for by DNS in packets that this machine sends and receives. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        try (SocketFilter bpf = SocketFilter.open().load();
                PacketSocket socket = PacketSocket.open()) {
            socket.attach(bpf.programs().watch().loaded().fd());
            System.out.println("SERVER           NAME");
            bpf.maps().questions().run(Main::print);
        } catch (LoadException | AttachException | PacketSocket.Refused e) {
            System.err.println(e.getMessage()); // what is missing, and the remedy
            System.exit(1);
        }
    }

    private static void print(Question question) {
        System.out.printf("%-16s %s%n", Network.address(question.server()), name(question.name()));
    }

    /** In a packet, each part of a name stands behind its length. */
    private static String name(byte[] packet) {
        StringBuilder name = new StringBuilder();
        int at = 0;
        while (at < packet.length && packet[at] > 0 && at + packet[at] < packet.length) {
            String part = new String(packet, at + 1, packet[at], StandardCharsets.US_ASCII);
            name.append(name.isEmpty() ? "" : ".").append(part);
            at += packet[at] + 1;
        }
        return name.toString();
    }
}
