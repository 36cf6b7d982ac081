package @package@;

import @package@.bpf.Source;
import @package@.bpf.Traffic;
import @package@.bpf.Xdp;
import io.github.bpflinker.attach.AttachException;
import io.github.bpflinker.attach.BpfLink;
import io.github.bpflinker.load.LoadException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map.Entry;

/** Shows the packets that an interface receives, and their bytes, by sender and protocol. */
public final class Main {

    private Main() {}

    /** @param arguments the interface; by default the first that is up */
    public static void main(String[] arguments) throws InterruptedException {
        String device = arguments.length > 0 ? arguments[0] : Network.device();
        try (Xdp bpf = Xdp.open().load();
                BpfLink link = bpf.programs().countReceived().attachXdp(device)) {
            Screen.show(() -> table(bpf, link.target()));
        } catch (LoadException | AttachException e) {
            System.err.println(e.getMessage()); // what is missing, and the remedy
            System.exit(1);
        }
    }

    private static List<String> table(Xdp bpf, String place) {
        List<String> lines = new ArrayList<>();
        lines.add(String.format("%-40s %-8s %10s %12s", "RECEIVED, " + place, "PROTOCOL", "PACKETS", "BYTES"));
        bpf.maps().sources().asMap().entrySet().stream()
                .sorted(Comparator.comparingLong((Entry<Source, Traffic> each) -> -each.getValue().bytes()))
                .forEach(each -> lines.add(line(each.getKey(), each.getValue())));
        return lines;
    }

    private static String line(Source source, Traffic traffic) {
        return String.format(
                "%-40s %-8s %10d %12d",
                Network.address(source.address()),
                Network.protocol(source.protocol()),
                traffic.packets(),
                traffic.bytes());
    }
}
