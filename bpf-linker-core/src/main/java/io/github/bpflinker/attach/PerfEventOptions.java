package io.github.bpflinker.attach;

import java.util.List;

/**
 * Which event of perf has a program run, and how often.
 *
 * @param type {@code PERF_TYPE_…}: 0 for hardware, 1 for software, or a number of {@code /sys/bus/event_source/devices}
 * @param config which of its type
 * @param sampling how often
 * @param pid the process whose events count; -1 for all
 * @param cpus the processors whose events count; none for all that are online
 * @param cookie what {@code bpf_get_attach_cookie} gives (Linux 5.15); 0 for none
 */
public record PerfEventOptions(int type, long config, Sampling sampling, int pid, List<Integer> cpus, long cookie) {

    private static final int SOFTWARE = 1;

    /** How often the program runs. */
    public sealed interface Sampling {
        /** About so many times a second. */
        record Frequency(long perSecond) implements Sampling {}

        /** Once in so many events; of a clock, nanoseconds. */
        record Period(long events) implements Sampling {}
    }

    public PerfEventOptions {
        cpus = List.copyOf(cpus);
    }

    /** The clock of processors: runs on each that is busy, so many times a second. */
    public static PerfEventOptions cpuClock(long perSecond) {
        return new PerfEventOptions(SOFTWARE, 0, new Sampling.Frequency(perSecond), -1, List.of(), 0);
    }

    /** An event by its numbers. */
    public static PerfEventOptions of(int type, long config, Sampling sampling) {
        return new PerfEventOptions(type, config, sampling, -1, List.of(), 0);
    }

    /** The same for one process. */
    public PerfEventOptions pid(int wanted) {
        return new PerfEventOptions(type, config, sampling, wanted, cpus, cookie);
    }

    /** The same for some processors. */
    public PerfEventOptions cpus(List<Integer> wanted) {
        return new PerfEventOptions(type, config, sampling, pid, wanted, cookie);
    }

    /** The same with a cookie. */
    public PerfEventOptions cookie(long wanted) {
        return new PerfEventOptions(type, config, sampling, pid, cpus, wanted);
    }
}
