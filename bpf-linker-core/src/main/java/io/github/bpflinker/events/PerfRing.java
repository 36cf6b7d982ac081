package io.github.bpflinker.events;

import io.github.bpflinker.load.syscall.EventCalls;
import io.github.bpflinker.load.syscall.Mapping;
import io.github.bpflinker.load.syscall.SystemCalls;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.BooleanSupplier;
import java.util.function.ObjLongConsumer;

/**
 * The buffer of one CPU: {@code struct perf_event_mmap_page} and the records after it. Offsets are those of Linux 4.1
 * and newer.
 */
final class PerfRing {

    private static final int READ_AND_WRITE = 3;
    private static final int READ = 1;
    private static final int HEAD = 1024;
    private static final int TAIL = 1032;

    /** {@code PERF_RECORD_LOST}, {@code PERF_RECORD_SAMPLE}. */
    private static final int LOST = 2;

    private static final int SAMPLE = 9;

    /** type, misc and size, and the size of a raw sample. */
    private static final int HEADER = 8;

    private static final int SAMPLE_HEADER = 12;

    private static final VarHandle LONGS = MethodHandles.byteBufferViewVarHandle(long[].class, ByteOrder.nativeOrder());

    private final int fd;
    private final int cpu;
    private final boolean overwriting;
    private final Mapping mapping;
    private final ByteBuffer readOnly;
    private final int pageSize;
    private final int size;
    private ByteBuffer joined = ByteBuffer.allocate(0);

    private PerfRing(int fd, int cpu, boolean overwriting, Mapping mapping, int pageSize, int size) {
        this.fd = fd;
        this.cpu = cpu;
        this.overwriting = overwriting;
        this.mapping = mapping;
        this.readOnly = mapping.bytes().asReadOnlyBuffer().order(ByteOrder.nativeOrder());
        this.pageSize = pageSize;
        this.size = size;
    }

    static PerfRing of(SystemCalls calls, int fd, int cpu, int pages, boolean overwriting, Mapping.Refusal refusal) {
        int page = calls.pageSize();
        int protection = overwriting ? READ : READ_AND_WRITE;
        Mapping mapping = Mapping.of(calls, fd, 0, (pages + 1) * page, protection, refusal);
        return new PerfRing(fd, cpu, overwriting, mapping, page, pages * page);
    }

    int fd() {
        return fd;
    }

    void close(SystemCalls calls, boolean lent) {
        if (!lent) {
            mapping.unmap();
        }
        calls.close(fd);
    }

    int consume(Event event, EventHandler handler, ObjLongConsumer<Integer> lost, int most, BooleanSupplier closed) {
        return overwriting ? lookBack(event, handler, most, closed) : forward(event, handler, lost, most, closed);
    }

    private int forward(
            Event event, EventHandler handler, ObjLongConsumer<Integer> lost, int most, BooleanSupplier closed) {
        ByteBuffer memory = mapping.bytes();
        long head = (long) LONGS.getAcquire(memory, HEAD);
        long at = memory.getLong(TAIL);
        int taken = 0;
        while (at != head && taken < most && !closed.getAsBoolean()) {
            int place = (int) (at & size - 1);
            int type = memory.getInt(pageSize + place);
            int length = Short.toUnsignedInt(memory.getShort(pageSize + place + 6));
            at += length;
            try {
                if (type == SAMPLE) {
                    taken++;
                    pass(event, handler, memory, place, length);
                } else if (type == LOST) {
                    // The id of the event and the number of lost records.
                    lost.accept(cpu, contents(memory, place, length).getLong(start(place, length) + HEADER + 8));
                }
            } finally {
                LONGS.setRelease(memory, TAIL, at);
            }
        }
        return taken;
    }

    /** The start of a record in the result of {@link #contents}. */
    private int start(int place, int length) {
        return place + length > size ? 0 : pageSize + place;
    }

    /** Returns memory that contains a record contiguously. */
    private ByteBuffer contents(ByteBuffer memory, int place, int length) {
        if (place + length <= size) {
            return memory;
        }
        if (joined.capacity() < length) {
            joined = ByteBuffer.allocate(1 << 16).order(ByteOrder.nativeOrder());
        }
        joined.put(0, memory, pageSize + place, size - place);
        joined.put(size - place, memory, pageSize, length - (size - place));
        return joined;
    }

    private void pass(Event event, EventHandler handler, ByteBuffer memory, int place, int length) {
        ByteBuffer contents = contents(memory, place, length);
        int start = start(place, length);
        event.set(place + length > size ? contents : readOnly, start + SAMPLE_HEADER, contents.getInt(start + HEADER));
        handler.accept(event);
    }

    /** Reads from the newest record, at the head, to the oldest one that is not partially overwritten. */
    private int lookBack(Event event, EventHandler handler, int most, BooleanSupplier closed) {
        EventCalls events = EventCalls.ofSystem();
        events.pauseOutput(fd, 1);
        try {
            ByteBuffer memory = mapping.bytes();
            long head = (long) LONGS.getAcquire(memory, HEAD);
            int taken = 0;
            long at = head;
            while (at - head < size && at != 0 && taken < most && !closed.getAsBoolean()) {
                int place = (int) (at & size - 1);
                int type = memory.getInt(pageSize + place);
                int length = Short.toUnsignedInt(memory.getShort(pageSize + place + 6));
                if (length == 0 || at + length - head > size) {
                    return taken;
                }
                if (type == SAMPLE) {
                    taken++;
                    pass(event, handler, memory, place, length);
                }
                at += length;
            }
            return taken;
        } finally {
            events.pauseOutput(fd, 0);
        }
    }
}
