package @package@;

import @package@.bpf.PerfEvent;
import @package@.bpf.Task;
import io.github.bpflinker.attach.AttachException;
import io.github.bpflinker.attach.BpfLink;
import io.github.bpflinker.attach.PerfEventOptions;
import io.github.bpflinker.load.LoadException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Shows which processes the processors run, by sampling them. */
public final class Main {

    private static final PerfEventOptions EVERY_10_MILLISECONDS = PerfEventOptions.cpuClock(100);

    private Main() {}

    public static void main(String[] arguments) throws InterruptedException {
        try (PerfEvent bpf = PerfEvent.open().load();
                BpfLink link = bpf.programs().onTick().attachPerfEvent(EVERY_10_MILLISECONDS)) {
            Screen.show(() -> table(bpf, link.target()));
        } catch (LoadException | AttachException e) {
            System.err.println(e.getMessage()); // what is missing, and the remedy
            System.exit(1);
        }
    }

    private static List<String> table(PerfEvent bpf, String clock) {
        Map<Task, Long> samples = bpf.maps().samples().asMap();
        long all = samples.values().stream().mapToLong(Long::longValue).sum();
        List<String> lines = new ArrayList<>(List.of(clock, "PID      PROCESS             SAMPLES  SHARE"));
        samples.entrySet().stream()
                .sorted(Map.Entry.<Task, Long>comparingByValue().reversed())
                .forEach(each -> lines.add(line(each.getKey(), each.getValue(), 100.0 * each.getValue() / all)));
        return lines;
    }

    private static String line(Task task, long samples, double share) {
        return String.format("%-8d %-16s %10d %5.1f%%", task.pid(), task.name(), samples, share);
    }
}
