package @package@;

import @package@.bpf.Connection;
import @package@.bpf.Tc;
import @package@.bpf.Traffic;
import io.github.bpflinker.attach.AttachException;
import io.github.bpflinker.attach.BpfLink;
import io.github.bpflinker.load.LoadException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map.Entry;

/** Shows the packets that an interface receives and sends, and their bytes, by connection. */
public final class Main {

    private Main() {}

    /** @param arguments the interface; by default the first that is up */
    public static void main(String[] arguments) throws InterruptedException {
        String device = arguments.length > 0 ? arguments[0] : Network.device();
        try (Tc bpf = Tc.open().load();
                BpfLink received = bpf.programs().countPackets().attachIngress(device);
                BpfLink sent = bpf.programs().countPackets().attachEgress(device)) {
            String places = received.target() + ", " + sent.target();
            Screen.show(() -> table(bpf, places));
        } catch (LoadException | AttachException e) {
            System.err.println(e.getMessage()); // what is missing, and the remedy
            System.exit(1);
        }
    }

    private static List<String> table(Tc bpf, String places) {
        List<String> lines = new ArrayList<>();
        lines.add(places);
        lines.add(String.format("%-26s %-26s %-8s %10s %12s", "FROM", "TO", "PROTOCOL", "PACKETS", "BYTES"));
        bpf.maps().connections().asMap().entrySet().stream()
                .sorted(Comparator.comparingLong((Entry<Connection, Traffic> each) -> -each.getValue().bytes()))
                .forEach(each -> lines.add(line(each.getKey(), each.getValue())));
        return lines;
    }

    private static String line(Connection connection, Traffic traffic) {
        return String.format(
                "%-26s %-26s %-8s %10d %12d",
                Network.address(connection.source(), connection.sourcePort()),
                Network.address(connection.destination(), connection.destinationPort()),
                Network.protocol(connection.protocol()),
                traffic.packets(),
                traffic.bytes());
    }
}
