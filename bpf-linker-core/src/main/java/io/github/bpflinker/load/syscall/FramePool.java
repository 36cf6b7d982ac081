package io.github.bpflinker.load.syscall;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/** A pool of memory for attributes of system calls. Not thread-local, so that no memory outlives the class loader. */
final class FramePool {

    /** The capacity, a power of two. */
    private static final int PLACES = 16;

    private final AtomicReferenceArray<@Nullable NativeMemory> free = new AtomicReferenceArray<>(PLACES);
    private final int size;

    /** @param size the size of each block in bytes */
    FramePool(int size) {
        this.size = size;
    }

    /** Takes a block with undefined content. */
    NativeMemory take() {
        NativeMemory frame = free.getAndSet(place(), null);
        return frame == null ? NativeMemory.allocate(size) : frame;
    }

    void giveBack(NativeMemory frame) {
        free.lazySet(place(), frame);
    }

    private static int place() {
        return (int) Thread.currentThread().getId() & PLACES - 1;
    }
}
