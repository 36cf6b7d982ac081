package io.github.bpflinker.load.syscall;

import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * What perf_event_open(2) takes: {@code struct perf_event_attr} of {@code include/uapi/linux/perf_event.h}, Linux 6.18, its
 * first 112 bytes (since Linux 4.4), and the ioctls of what it opens. A mutable value of one call or several.
 */
public final class PerfEvent {

    /** {@code PERF_TYPE_HARDWARE}. */
    public static final int HARDWARE = 0;
    /** {@code PERF_TYPE_SOFTWARE}. */
    public static final int SOFTWARE = 1;
    /** {@code PERF_TYPE_TRACEPOINT}. */
    public static final int TRACEPOINT = 2;

    private static final int SIZE = 112;
    private static final int FREQUENCY = 1 << 10;
    private static final int CLOSE_ON_EXEC = 8;
    private static final int ENABLE = 0x2400;
    private static final int DISABLE = 0x2401;
    private static final int SET_BPF = 0x40042408;

    private final NativeMemory attributes = NativeMemory.allocate(SIZE);
    private final ByteBuffer bytes = attributes.bytes();
    private final List<NativeMemory> kept = new ArrayList<>();

    /**
     * An event.
     *
     * @param type one of the constants, or a number out of {@code /sys/bus/event_source/devices}
     * @param config what it is among those of its type
     */
    public PerfEvent(int type, long config) {
        bytes.putInt(0, type).putInt(4, SIZE).putLong(8, config);
    }

    /** {@code sample_period}: one sample in so many events. */
    public PerfEvent period(long events) {
        bytes.putLong(16, events);
        return this;
    }

    /** {@code sample_freq}: so many samples in a second. */
    public PerfEvent frequency(long samples) {
        bytes.putLong(16, samples).putLong(40, bytes.getLong(40) | FREQUENCY);
        return this;
    }

    /** {@code sample_type}. */
    public PerfEvent sampleType(long type) {
        bytes.putLong(24, type);
        return this;
    }

    /** {@code wakeup_events}. */
    public PerfEvent wakeUp(int events) {
        bytes.putInt(48, events);
        return this;
    }

    /** {@code kprobe_func} or {@code uprobe_path}, and {@code probe_offset}. */
    public PerfEvent probe(String name, long offset) {
        NativeMemory text = CStrings.of(name);
        kept.add(text);
        bytes.putLong(56, text.address()).putLong(64, offset);
        return this;
    }

    /**
     * Opens it.
     *
     * @param pid -1 for all processes
     * @param cpu -1 for all processors
     * @return its descriptor, or the negated error number
     */
    public int tryOpen(SystemCalls calls, int pid, int cpu) {
        int answer = (int) calls.call(SystemCall.PERF_EVENT_OPEN, attributes.address(), pid, cpu, -1, CLOSE_ON_EXEC);
        Reference.reachabilityFence(this);
        return answer;
    }

    /** Has a program run at each event; 0, or the negated error number. */
    public static int setProgram(SystemCalls calls, int event, int program) {
        return (int) calls.call(SystemCall.IOCTL, event, SET_BPF, program);
    }

    /** Starts an event; 0, or the negated error number. */
    public static int enable(SystemCalls calls, int event) {
        return (int) calls.call(SystemCall.IOCTL, event, ENABLE, 0);
    }

    /** Stops an event; 0, or the negated error number. */
    public static int disable(SystemCalls calls, int event) {
        return (int) calls.call(SystemCall.IOCTL, event, DISABLE, 0);
    }
}
