package io.github.bpflinker.attach;

import io.github.bpflinker.load.LoadedProgram;
import io.github.bpflinker.load.syscall.PerfEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Attaches to events that are counted or timed. */
final class PerfEventLinks {

    private static final Path ONLINE = Path.of("/sys/devices/system/cpu/online");

    private PerfEventLinks() {}

    static BpfLink attach(LoadedProgram program, PerfEventOptions options, boolean links) {
        Attacher attacher =
                new Attacher(program, Kind.PERF_EVENT, "perf event " + options.config() + " of type " + options.type());
        List<Integer> cpus = options.cpus().isEmpty() ? options.pid() >= 0 ? List.of(-1) : online() : options.cpus();
        List<Integer> events = new ArrayList<>();
        for (int cpu : cpus) {
            int fd = event(options).tryOpen(attacher.calls(), options.pid(), cpu);
            if (fd < 0) {
                attacher.closeAll(events);
                throw attacher.refused("perf_event_open", -fd);
            }
            events.add(fd);
        }
        return PerfLinks.attach(attacher, events, options.cookie(), links);
    }

    private static PerfEvent event(PerfEventOptions options) {
        PerfEvent event = new PerfEvent(options.type(), options.config());
        if (options.sampling() instanceof PerfEventOptions.Sampling.Frequency frequency) {
            return event.frequency(frequency.perSecond());
        }
        return event.period(((PerfEventOptions.Sampling.Period) options.sampling()).events());
    }

    /** Those of a list such as {@code 0-3,8}. */
    private static List<Integer> online() {
        try {
            List<Integer> cpus = new ArrayList<>();
            for (String range : Files.readString(ONLINE).strip().split(",", -1)) {
                String[] ends = range.split("-", -1);
                for (int cpu = Integer.parseInt(ends[0]); cpu <= Integer.parseInt(ends[ends.length - 1]); cpu++) {
                    cpus.add(cpu);
                }
            }
            return cpus;
        } catch (IOException e) {
            throw AttachException.unsuitable(
                    "the list of processors, " + ONLINE + ", can't be read; mount sysfs, or name the processors");
        }
    }
}
