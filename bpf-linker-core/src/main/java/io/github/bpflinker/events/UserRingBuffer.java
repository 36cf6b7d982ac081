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

/**
 * A user ring buffer (Linux 6.1), from which programs read records with {@code bpf_user_ringbuf_drain}. Thread-safe;
 * records are in the order of the calls. It has its own descriptor.
 */
public final class UserRingBuffer implements AutoCloseable {

    private static final int USER_RINGBUF = 31;
    private static final int READ = 1;
    private static final int READ_AND_WRITE = 3;
    private static final int HEADER = 8;
    private static final int BUSY = 1 << 31;
    private static final VarHandle LONGS = MethodHandles.byteBufferViewVarHandle(long[].class, ByteOrder.nativeOrder());
    private static final VarHandle INTS = MethodHandles.byteBufferViewVarHandle(int[].class, ByteOrder.nativeOrder());

    private final SystemCalls calls;
    private final String subject;
    private final int fd;
    private final long mask;
    private final int pageSize;
    private final Mapping consumer;
    private final Mapping producer;
    private boolean closed;

    private UserRingBuffer(SystemCalls calls, String subject, int fd, long size, Mapping consumer, Mapping producer) {
        this.calls = calls;
        this.subject = subject;
        this.fd = fd;
        this.mask = size - 1;
        this.pageSize = calls.pageSize();
        this.consumer = consumer;
        this.producer = producer;
    }

    /**
     * Opens the buffer of a map.
     *
     * @throws IllegalArgumentException if the map is of another type, or has a size of one gigabyte or more
     * @throws LoadException if the kernel rejects a call
     */
    public static UserRingBuffer of(OpenMap map) {
        Descriptor descriptor = map.descriptor();
        MapInfo info = map.info();
        SystemCalls calls = descriptor.kernel().bpf().calls();
        if (info.type() != USER_RINGBUF || info.maxEntries() >= 1L << 30) {
            throw new IllegalArgumentException(descriptor.subject() + " is of type " + info.typeName() + " with "
                    + info.maxEntries() + " bytes, and no user ring buffer of less than 2^30");
        }
        int fd = descriptor.duplicate();
        try {
            int page = calls.pageSize();
            Mapping consumer = Mapping.of(calls, fd, 0, page, READ, answer -> descriptor.refusal("mmap", answer));
            try {
                int length = (int) (page + 2 * info.maxEntries());
                Mapping producer = Mapping.of(
                        calls, fd, page, length, READ_AND_WRITE, answer -> descriptor.refusal("mmap", answer));
                return new UserRingBuffer(calls, descriptor.subject(), fd, info.maxEntries(), consumer, producer);
            } catch (LoadException e) {
                consumer.unmap();
                throw e;
            }
        } catch (LoadException e) {
            calls.close(fd);
            throw e;
        }
    }

    /**
     * Adds a record.
     *
     * @return false if the buffer is full
     * @throws IllegalArgumentException if the record is larger than the buffer
     * @throws IllegalStateException if it is closed
     */
    public synchronized boolean offer(byte[] record) {
        if (closed) {
            throw new IllegalStateException("the user ring buffer of " + subject + " is closed");
        }
        long length = HEADER + (record.length + 7 & ~7L);
        if (length > mask + 1) {
            throw new IllegalArgumentException(
                    "a record of " + record.length + " bytes for " + subject + ", which has " + (mask + 1));
        }
        ByteBuffer memory = producer.bytes();
        long taken = (long) LONGS.getAcquire(consumer.bytes(), 0);
        long at = (long) LONGS.getAcquire(memory, 0);
        if (mask + 1 - (at - taken) < length) {
            return false;
        }
        int place = pageSize + (int) (at & mask);
        memory.putInt(place, record.length | BUSY).putInt(place + 4, 0);
        LONGS.setRelease(memory, 0, at + length);
        memory.put(place + HEADER, record);
        INTS.setRelease(memory, place, record.length);
        return true;
    }

    /** Unmaps the memory. Has no effect if it is already closed. */
    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            consumer.unmap();
            producer.unmap();
            calls.close(fd);
        }
    }

    @Override
    public String toString() {
        return "user ring buffer of " + (mask + 1) + " bytes, " + subject;
    }
}
