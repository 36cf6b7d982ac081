package io.github.bpflinker.load.syscall;

import java.lang.ref.Cleaner;
import java.nio.ByteBuffer;

/**
 * Memory that is shared with the kernel. Access after unmapping would terminate the process, so it is unmapped only if
 * no views were created, or when the last view has been garbage-collected.
 */
public final class Mapping {

    private static final Cleaner CLEANER = Cleaner.create();

    private final ByteBuffer bytes;
    private final Cleaner.Cleanable cleanable;

    private Mapping(ByteBuffer bytes, Runnable unmap) {
        this.bytes = bytes;
        this.cleanable = CLEANER.register(bytes, unmap);
    }

    /**
     * Maps shared memory.
     *
     * @param protection 1 to read, 3 to read and write
     * @param refusal creates the exception if the call fails
     */
    public static Mapping of(SystemCalls calls, int fd, long offset, int length, int protection, Refusal refusal) {
        long address = calls.mmap(0, length, protection, 1, fd, offset);
        if (address < 0 && address > -4096) {
            throw refusal.of((int) address);
        }
        return new Mapping(calls.view(address, length), unmap(calls, address, length));
    }

    /** Creates the exception for a failed mmap(2). */
    public interface Refusal {
        /**
         * The exception for an error number.
         *
         * @param answer the negated error number
         */
        RuntimeException of(int answer);
    }

    /** A separate method, so that the action does not reference the view. */
    private static Runnable unmap(SystemCalls calls, long address, long length) {
        return () -> calls.munmap(address, length);
    }

    /** The memory. */
    public ByteBuffer bytes() {
        return bytes;
    }

    /** Unmaps the memory immediately; there must be no views. */
    public void unmap() {
        cleanable.clean();
    }
}
