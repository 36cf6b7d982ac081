package io.github.bpflinker.cli;

import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/** Looks ten times a second how much memory this process has taken, while LLVM works. */
final class MemoryGuard {

    private static final Path STATUS = Path.of("/proc/self/status");
    private static final int MILLISECONDS_BETWEEN = 100;

    private MemoryGuard() {}

    /**
     * Begins to look.
     *
     * @param onExceeded run once, on a thread of its own, when there is more than the limit allows
     */
    static void start(MemoryLimit limit, Runnable onExceeded) {
        Thread thread = new Thread(() -> watch(limit, onExceeded), "memory");
        thread.setDaemon(true);
        thread.start();
    }

    private static void watch(MemoryLimit limit, Runnable onExceeded) {
        try {
            // Memory of its own: files that it has mapped, libLLVM first of all, cost nobody anything.
            OptionalLong taken = MemoryLimit.kilobytes(STATUS, "RssAnon:");
            while (taken.isPresent() && taken.getAsLong() <= limit.bytes()) {
                TimeUnit.MILLISECONDS.sleep(MILLISECONDS_BETWEEN);
                taken = MemoryLimit.kilobytes(STATUS, "RssAnon:");
            }
            if (taken.isPresent()) {
                onExceeded.run();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
