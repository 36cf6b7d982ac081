package io.github.bpflinker.cli;

import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/** Checks the memory of this process ten times a second while LLVM runs. */
final class MemoryWatcher {

    private static final Path STATUS = Path.of("/proc/self/status");
    private static final int MILLISECONDS_BETWEEN = 100;

    private MemoryWatcher() {}

    /**
     * Starts the checks.
     *
     * @param onExceeded run once, on a separate thread, when the limit is exceeded
     */
    static void start(MemoryLimit limit, Runnable onExceeded) {
        Thread thread = new Thread(() -> watch(limit, onExceeded), "memory");
        thread.setDaemon(true);
        thread.start();
    }

    private static void watch(MemoryLimit limit, Runnable onExceeded) {
        try {
            // Private memory only: mapped files, such as libLLVM, do not consume memory of their own.
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
