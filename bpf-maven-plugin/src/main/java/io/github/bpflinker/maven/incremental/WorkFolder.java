package io.github.bpflinker.maven.incremental;

import io.github.bpflinker.maven.BuildFailure;
import io.github.bpflinker.maven.BuildLog;
import io.github.bpflinker.maven.MachineReason;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.function.Supplier;

/** The directory of intermediate files, locked by one goal at a time, across Maven processes. */
public final class WorkFolder {

    private static final String LOCK = "lock";
    private static final long POLL_MILLIS = 50;

    private WorkFolder() {}

    /**
     * Runs {@code build} while holding the lock, after waiting for it. Without support for locks in the file system,
     * runs it at once.
     *
     * @throws BuildFailure if the directory can't be written, or the thread is interrupted
     */
    public static <T> T whileHeld(Path folder, BuildLog log, Supplier<T> build) {
        Path file = folder.resolve(LOCK);
        // Closing it releases the lock.
        try (FileChannel channel = open(folder, file)) {
            hold(channel, folder, log);
            return build.get();
        } catch (IOException e) {
            throw BuildFailure.unwritable(file, e);
        }
    }

    private static void hold(FileChannel channel, Path folder, BuildLog log) {
        boolean told = false;
        try {
            while (tryLock(channel).isEmpty()) {
                if (!told) {
                    log.info("waiting for another build in " + folder);
                    told = true;
                }
                Thread.sleep(POLL_MILLIS);
            }
        } catch (IOException e) {
            log.debug(folder + " can't be locked: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BuildFailure(new MachineReason.Interrupted("waiting for another build in " + folder), e);
        }
    }

    private static FileChannel open(Path folder, Path file) throws IOException {
        Files.createDirectories(folder);
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    private static Optional<FileLock> tryLock(FileChannel channel) throws IOException {
        try {
            return Optional.ofNullable(channel.tryLock());
        } catch (OverlappingFileLockException e) {
            return Optional.empty(); // another thread of this process holds the lock
        }
    }
}
