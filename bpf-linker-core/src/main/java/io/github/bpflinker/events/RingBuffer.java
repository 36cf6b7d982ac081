package io.github.bpflinker.events;

import io.github.bpflinker.load.Descriptor;
import io.github.bpflinker.load.LoadException;
import io.github.bpflinker.load.MapInfo;
import io.github.bpflinker.load.OpenMap;
import io.github.bpflinker.load.syscall.Mapping;
import io.github.bpflinker.load.syscall.SystemCalls;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/**
 * A BPF ring buffer (Linux 5.8). Records are read in place, without copying or allocation, in the order in which
 * programs reserved them on all CPUs; discarded ones are skipped. If the buffer is full, reservations fail in the
 * program; records are never overwritten.
 *
 * <p>There can be only one consumer, because the consumer position is shared by all processes that use the map. It has
 * its own descriptor and can be used after the map's object is closed.
 */
public final class RingBuffer implements EventSource {

    private static final int RINGBUF = 27;
    private static final int READ = 1;
    private static final int READ_AND_WRITE = 3;

    /** {@code BPF_RINGBUF_HDR_SZ}, {@code BPF_RINGBUF_BUSY_BIT}, {@code BPF_RINGBUF_DISCARD_BIT}. */
    private static final int HEADER = 8;

    private static final int BUSY = 1 << 31;
    private static final int DISCARDED = 1 << 30;
    private static final int STEPS = 16;
    private static final int LARGEST_STEP = 1 << 12;

    private static final VarHandle LONGS = MethodHandles.byteBufferViewVarHandle(long[].class, ByteOrder.nativeOrder());
    private static final VarHandle INTS = MethodHandles.byteBufferViewVarHandle(int[].class, ByteOrder.nativeOrder());

    private final SystemCalls calls;
    private final String subject;
    private final int fd;
    private final long mask;
    /**
     * After how many bytes the kernel is told that there is room again. Each time costs producers and consumer a transfer of
     * the cache line with the position.
     */
    private final long step;

    private final int pageSize;
    private final Mapping consumer;
    private final Mapping producer;
    /** What is handed out: writing to the memory itself would end the process. */
    private final ByteBuffer readOnly;

    private final ConsumerLock lock;
    /** For the next call, if it comes from the same thread; a call inside of a handler finds none. */
    private @Nullable Event spare;

    private boolean lent;

    private RingBuffer(SystemCalls calls, String subject, int fd, long size, Mapping consumer, Mapping producer) {
        this.calls = calls;
        this.subject = subject;
        this.fd = fd;
        this.mask = size - 1;
        this.step = Math.min(size / STEPS, LARGEST_STEP);
        this.pageSize = calls.pageSize();
        this.consumer = consumer;
        this.producer = producer;
        this.readOnly = producer.bytes().asReadOnlyBuffer().order(ByteOrder.nativeOrder());
        this.lock = new ConsumerLock("the ring buffer of " + subject + " is closed", this::release);
    }

    /**
     * Opens the buffer of a map.
     *
     * @throws IllegalArgumentException if the map is of another type, or has a size of one gigabyte or more
     * @throws LoadException if the kernel rejects a call
     */
    public static RingBuffer of(OpenMap map) {
        Descriptor descriptor = map.descriptor();
        MapInfo info = map.info();
        SystemCalls calls = descriptor.kernel().bpf().calls();
        if (info.type() != RINGBUF) {
            throw new IllegalArgumentException(
                    descriptor.subject() + " is of type " + info.typeName() + ", and no ring buffer");
        }
        if (info.maxEntries() >= 1L << 30) {
            throw new IllegalArgumentException(descriptor.subject() + " has " + info.maxEntries()
                    + " bytes, and the memory of a ring buffer is mapped twice: less than 2^30 can be");
        }
        int fd = descriptor.duplicate();
        try {
            int page = calls.pageSize();
            Mapping consumer =
                    Mapping.of(calls, fd, 0, page, READ_AND_WRITE, answer -> descriptor.refusal("mmap", answer));
            try {
                // The data are mapped twice in a row, so that records that wrap around are in one piece.
                Mapping producer = Mapping.of(
                        calls,
                        fd,
                        page,
                        (int) (page + 2 * info.maxEntries()),
                        READ,
                        answer -> descriptor.refusal("mmap", answer));
                return new RingBuffer(calls, descriptor.subject(), fd, info.maxEntries(), consumer, producer);
            } catch (LoadException e) {
                consumer.unmap();
                throw e;
            }
        } catch (LoadException e) {
            calls.close(fd);
            throw e;
        }
    }

    @Override
    public int consume(EventHandler handler, int most) {
        lock.enter();
        try {
            Event event = spare != null && spare.isOfThisThread() ? spare : new Event();
            spare = null;
            try {
                return consume(event, handler, most);
            } finally {
                lent |= event.isLent();
                event.clear();
                spare = event;
            }
        } finally {
            lock.exit();
        }
    }

    private int consume(Event event, EventHandler handler, int most) {
        ByteBuffer positions = consumer.bytes();
        ByteBuffer memory = producer.bytes();
        long published = (long) LONGS.getAcquire(positions, 0);
        long at = published;
        int taken = 0;
        try {
            boolean found = true;
            while (found && taken < most && !lock.isClosed()) {
                found = false;
                long end = (long) LONGS.getAcquire(memory, 0);
                while (at < end && taken < most && !lock.isClosed()) {
                    int place = pageSize + (int) (at & mask);
                    int header = (int) INTS.getAcquire(memory, place);
                    if ((header & BUSY) != 0) {
                        // Reserved and not yet submitted; later records must wait for it.
                        return taken;
                    }
                    found = true;
                    int length = header & ~DISCARDED;
                    at += (length + HEADER + 7) & ~7L;
                    if (header == length) {
                        taken++;
                        event.set(readOnly, place + HEADER, length);
                        handler.accept(event);
                    }
                    if (at - published >= step) {
                        LONGS.setRelease(positions, 0, at);
                        published = at;
                    }
                }
            }
            return taken;
        } finally {
            LONGS.setRelease(positions, 0, at);
        }
    }

    /**
     * The number of bytes that have been written and not consumed, including headers. While records are consumed, this
     * includes those that were just handed to the handler: up to a sixteenth of the size, at most 4 KiB.
     *
     * @throws IllegalStateException if it is closed
     */
    public long pendingBytes() {
        lock.enter();
        try {
            return (long) LONGS.getAcquire(producer.bytes(), 0) - (long) LONGS.getAcquire(consumer.bytes(), 0);
        } finally {
            lock.exit();
        }
    }

    /** The size of the buffer in bytes. */
    public long size() {
        return mask + 1;
    }

    @Override
    public int[] descriptors() {
        return new int[] {fd};
    }

    @Override
    public void close() {
        lock.close();
    }

    private void release() {
        consumer.unmap();
        if (!lent) {
            producer.unmap();
        }
        calls.close(fd);
    }

    @Override
    public String toString() {
        return "ring buffer of " + (mask + 1) + " bytes, " + subject;
    }
}
