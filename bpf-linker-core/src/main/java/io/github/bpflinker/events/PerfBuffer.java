package io.github.bpflinker.events;

import io.github.bpflinker.load.Descriptor;
import io.github.bpflinker.load.LoadException;
import io.github.bpflinker.load.LoadProblem;
import io.github.bpflinker.load.MapInfo;
import io.github.bpflinker.load.OpenMap;
import io.github.bpflinker.load.host.RunningKernel;
import io.github.bpflinker.load.syscall.Errno;
import io.github.bpflinker.load.syscall.EventCalls;
import io.github.bpflinker.load.syscall.SystemCalls;
import io.github.bpflinker.map.BpfMap;
import io.github.bpflinker.map.Codecs;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ObjLongConsumer;

/**
 * The buffers of a perf event array, one for each online CPU, for kernels before 5.8, which have no ring buffers.
 * Records of one CPU are in order; those of different CPUs are not. If a buffer is full, records are lost, and their
 * number is reported with the next record.
 *
 * <p>A record that wraps around the end of its buffer is copied to separate memory; all others are read in place. The
 * kernel pads records to a multiple of 8 bytes less 4; the padding is part of {@link Event#size()}.
 */
public final class PerfBuffer implements EventSource {

    private static final int PERF_EVENT_ARRAY = 4;

    private final RunningKernel kernel;
    private final String subject;
    private final BpfMap<Integer, Integer> map;
    private final List<PerfRing> rings = new ArrayList<>();
    private final ConsumerLock lock;
    private final ObjLongConsumer<Integer> lost;
    private boolean lent;

    private PerfBuffer(OpenMap map, ObjLongConsumer<Integer> lost) {
        Descriptor descriptor = map.descriptor();
        this.kernel = descriptor.kernel();
        this.subject = descriptor.subject();
        this.map = BpfMap.of(map, Codecs.int32(), Codecs.int32());
        this.lost = lost;
        this.lock = new ConsumerLock("the perf buffers of " + subject + " are closed", this::release);
    }

    /**
     * Opens a buffer for each CPU and stores them in the array.
     *
     * @param pages the number of pages of each buffer, a power of two
     * @param lost receives the CPU and the number of its lost records
     * @throws IllegalArgumentException if the map is of another type, or {@code pages} is not a power of two
     * @throws LoadException if the kernel rejects a call
     */
    public static PerfBuffer of(OpenMap map, int pages, ObjLongConsumer<Integer> lost) {
        return open(map, pages, lost, false);
    }

    /**
     * Opens buffers in overwrite mode: new records overwrite the oldest ones, and {@link #consume} passes the available
     * ones to the handler, the newest first, while writing is paused. Useful to inspect past records after an event.
     */
    public static PerfBuffer overwriting(OpenMap map, int pages) {
        return open(map, pages, (cpu, count) -> {}, true);
    }

    private static PerfBuffer open(OpenMap map, int pages, ObjLongConsumer<Integer> lost, boolean overwriting) {
        MapInfo info = map.info();
        if (info.type() != PERF_EVENT_ARRAY) {
            throw new IllegalArgumentException(
                    map.descriptor().subject() + " is of type " + info.typeName() + ", and no perf event array");
        }
        if (Integer.bitCount(pages) != 1 || pages > 1 << 16) {
            throw new IllegalArgumentException(pages + " pages, which is no power of two up to 65536");
        }
        PerfBuffer buffer = new PerfBuffer(map, lost);
        boolean opened = false;
        try {
            long processors = Math.min(buffer.kernel.possibleCpus(), info.maxEntries());
            for (int cpu = 0; cpu < processors; cpu++) {
                buffer.openRing(cpu, pages, overwriting);
            }
            opened = true;
            return buffer;
        } finally {
            if (!opened) {
                buffer.close();
            }
        }
    }

    private void openRing(int cpu, int pages, boolean overwriting) {
        SystemCalls calls = kernel.bpf().calls();
        EventCalls events = EventCalls.ofSystem();
        int fd = events.openPerfEvent(attributes(overwriting), cpu);
        if (fd == -Errno.ENODEV) {
            // A possible CPU that is not present.
            return;
        }
        if (fd < 0) {
            throw refused("perf_event_open", fd);
        }
        try {
            rings.add(PerfRing.of(calls, fd, cpu, pages, overwriting, answer -> refused("mmap", answer)));
        } catch (LoadException e) {
            calls.close(fd);
            throw e;
        }
        map.update(cpu, fd);
        int answer = events.enable(fd);
        if (answer < 0) {
            throw refused("PERF_EVENT_IOC_ENABLE", answer);
        }
    }

    private LoadException refused(String call, int answer) {
        String remedy =
                switch (-answer) {
                    case Errno.EPERM, Errno.EACCES ->
                        "it needs CAP_PERFMON, or fewer pages: see kernel.perf_event_mlock_kb";
                    case Errno.EMFILE -> "raise the limit of open files with ulimit -n";
                    default -> "";
                };
        return new LoadException(new LoadProblem.CallRefused("perf buffers of " + subject, call, -answer, "", remedy));
    }

    /** {@code struct perf_event_attr}: software event {@code BPF_OUTPUT}, raw samples, a wake-up for each. */
    private static ByteBuffer attributes(boolean overwriting) {
        int size = 112;
        long writeBackward = overwriting ? 1L << 27 : 0;
        return ByteBuffer.allocate(size)
                .order(ByteOrder.nativeOrder())
                .putInt(0, 1)
                .putInt(4, size)
                .putLong(8, 10)
                .putLong(16, 1)
                .putLong(24, 1 << 10)
                .putLong(40, writeBackward)
                .putInt(48, 1);
    }

    @Override
    public int consume(EventHandler handler, int most) {
        Event event = new Event();
        lock.enter();
        try {
            int taken = 0;
            for (PerfRing ring : rings) {
                taken += ring.consume(event, handler, lost, most - taken, lock::isClosed);
            }
            return taken;
        } finally {
            lent |= event.isLent();
            event.clear();
            lock.exit();
        }
    }

    @Override
    public int[] descriptors() {
        return rings.stream().mapToInt(PerfRing::fd).toArray();
    }

    @Override
    public void close() {
        lock.close();
    }

    private void release() {
        rings.forEach(ring -> ring.close(kernel.bpf().calls(), lent));
    }

    @Override
    public String toString() {
        return "perf buffers of " + rings.size() + " processors, " + subject;
    }
}
