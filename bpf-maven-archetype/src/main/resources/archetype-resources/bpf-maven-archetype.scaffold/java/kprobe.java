package @package@;

import @package@.bpf.Kprobe;
import io.github.bpflinker.attach.AttachException;
import io.github.bpflinker.attach.BpfLinks;
import io.github.bpflinker.load.LoadException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Shows how long connect() takes, as a histogram. */
public final class Main {

    private static final int WIDTH = 50;

    private Main() {}

    public static void main(String[] arguments) throws InterruptedException {
        try (Kprobe bpf = Kprobe.open().load();
                BpfLinks links = bpf.attachAll()) {
            Screen.show(() -> histogram(bpf));
        } catch (LoadException | AttachException e) {
            System.err.println(e.getMessage()); // what is missing, and the remedy
            System.exit(1);
        }
    }

    private static List<String> histogram(Kprobe bpf) {
        SortedMap<Integer, Long> counts = new TreeMap<>(bpf.maps().latencies().asMap());
        counts.values().removeIf(count -> count == 0);
        long most = counts.values().stream().mapToLong(Long::longValue).max().orElse(1);
        List<String> lines = new ArrayList<>(List.of("MICROSECONDS OF CONNECT      COUNT"));
        counts.forEach((bucket, count) -> lines.add(String.format(
                "%10d -> %-10d %6d %s",
                bucket == 0 ? 0 : 1L << bucket,
                (2L << bucket) - 1,
                count,
                "*".repeat((int) Math.max(1, count * WIDTH / most)))));
        return lines;
    }
}
