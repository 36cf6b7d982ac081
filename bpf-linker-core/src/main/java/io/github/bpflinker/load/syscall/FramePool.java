package io.github.bpflinker.load.syscall;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Memory for the attributes of calls that are under way, used again by later ones: no thread keeps any, so none outlives
 * a class loader.
 */
final class FramePool {

    /** A power of two. */
    private static final int PLACES = 16;

    private final AtomicReferenceArray<@Nullable NativeMemory> free = new AtomicReferenceArray<>(PLACES);
    private final int size;

    /** @param size of each, in bytes */
    FramePool(int size) {
        this.size = size;
    }

    /** Memory with anything in it. */
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
