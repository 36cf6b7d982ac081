package io.github.bpflinker.llvm.locate;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A lock on a directory of the cache between processes. The system releases it when the process ends. If locks are not
 * supported, or a stopped process holds it for minutes, work continues without the lock.
 */
final class FolderLock implements AutoCloseable {

    private static final String NAME = ".lock";
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final long PAUSE_MILLIS = 20;

    private final FileChannel channel;
    private final @Nullable FileLock lock;

    private FolderLock(FileChannel channel, @Nullable FileLock lock) {
        this.channel = channel;
        this.lock = lock;
    }

    /** Acquires the lock, waiting if necessary. */
    static FolderLock of(Path folder) throws IOException {
        FileChannel channel =
                FileChannel.open(folder.resolve(NAME), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        return new FolderLock(channel, lock(channel));
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            try {
                FileLock lock = tryLock(channel);
                if (lock != null) {
                    return lock;
                }
                Thread.sleep(PAUSE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted", e);
            } catch (IOException e) {
                // Some network file systems don't support locks.
                return null;
            }
        }
        return null;
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            // Another thread of this process holds the lock.
            return null;
        }
    }

    /** Whether the lock is held, so that no other process writes to the directory. */
    boolean isHeld() {
        return lock != null;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
