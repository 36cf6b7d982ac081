package io.github.bpflinker.events;

import io.github.bpflinker.load.syscall.SystemCalls;
import java.lang.ref.Cleaner;
import java.nio.ByteBuffer;

/**
 * Memory that is shared with the kernel. Access after unmapping would terminate the process, so it is unmapped only if
 * no views were created, or when the last view has been garbage-collected.
 */
final class Mapping {

    private static final Cleaner CLEANER = Cleaner.create();

    private final ByteBuffer bytes;
    private final Cleaner.Cleanable cleanable;

    private Mapping(ByteBuffer bytes, Runnable unmap) {
        this.bytes = bytes;
        this.cleanable = CLEANER.register(bytes, unmap);
    }

    /**
     * Maps memory.
     *
     * @return the mapping; with the negated error number in {@code errno} if the call fails
     */
    static Mapping of(SystemCalls calls, int fd, long offset, int length, int protection, Refusal refusal) {
        long address = calls.mmap(0, length, protection, 1, fd, offset);
        if (address < 0 && address > -4096) {
            throw refusal.of((int) address);
        }
        return new Mapping(calls.view(address, length), unmap(calls, address, length));
    }

    /** Creates the exception for a failed mmap(2). */
    interface Refusal {
        RuntimeException of(int answer);
    }

    /** A separate method, so that the action does not reference the view. */
    private static Runnable unmap(SystemCalls calls, long address, long length) {
        return () -> calls.munmap(address, length);
    }

    ByteBuffer bytes() {
        return bytes;
    }

    /** Unmaps the memory immediately; there must be no views. */
    void unmap() {
        cleanable.clean();
    }
}
