package io.github.bpflinker.events;

import io.github.bpflinker.load.syscall.SystemCalls;
import java.lang.ref.Cleaner;
import java.nio.ByteBuffer;

/**
 * Memory that is shared with the kernel. Touching it after it was unmapped would end the process, so views of it must be out
 * of reach first: either nobody was ever given one, or the garbage collector finds the last one.
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
     * Maps.
     *
     * @return the mapping; with the negated error number in {@code errno} if the kernel refuses
     */
    static Mapping of(SystemCalls calls, int fd, long offset, int length, int protection, Refusal refusal) {
        long address = calls.mmap(0, length, protection, 1, fd, offset);
        if (address < 0 && address > -4096) {
            throw refusal.of((int) address);
        }
        return new Mapping(calls.view(address, length), unmap(calls, address, length));
    }

    /** What a failure of mmap(2) becomes. */
    interface Refusal {
        RuntimeException of(int answer);
    }

    /** Apart, so that it does not hold the view. */
    private static Runnable unmap(SystemCalls calls, long address, long length) {
        return () -> calls.munmap(address, length);
    }

    ByteBuffer bytes() {
        return bytes;
    }

    /** Unmaps at once; nobody may have a view of it any more. */
    void unmap() {
        cleanable.clean();
    }
}
