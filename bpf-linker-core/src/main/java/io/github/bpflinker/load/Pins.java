package io.github.bpflinker.load;

import io.github.bpflinker.file.SystemReason;
import io.github.bpflinker.load.host.RunningKernel;
import io.github.bpflinker.load.syscall.Command;
import io.github.bpflinker.load.syscall.SystemCallException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Pins maps and programs in a BPF file system, so that they exist after the end of the process. */
final class Pins {

    private static final String FILE_SYSTEM = "bpf";

    private Pins() {}

    /**
     * Pins the object of a descriptor; missing directories are created.
     *
     * @throws LoadException if it can't be pinned there
     */
    static void pin(RunningKernel kernel, String subject, int fd, Path pin) {
        @Nullable Path folder = pin.toAbsolutePath().getParent();
        try {
            if (folder != null) {
                requireBpfFileSystem(subject, pin, folder);
                Files.createDirectories(folder);
            }
        } catch (IOException e) {
            throw new LoadException(
                    new LoadProblem.Unsuitable(subject + " can't be pinned at " + pin + ": " + SystemReason.of(e)), e);
        }
        try {
            kernel.bpf().pin(fd, pin.toString());
        } catch (SystemCallException e) {
            throw Refusals.of(
                    kernel, subject + " at " + pin, Command.OBJ_PIN.kernelName(), e.errno(), CallRequirements.OF_PINS);
        }
    }

    /** Elsewhere the kernel answers EPERM, after folders were made. */
    private static void requireBpfFileSystem(String subject, Path pin, Path folder) throws IOException {
        @Nullable Path existing = folder;
        while (existing != null && !Files.exists(existing)) {
            existing = existing.getParent();
        }
        if (existing != null && !Files.getFileStore(existing).type().equals(FILE_SYSTEM)) {
            throw new LoadException(new LoadProblem.Unsuitable(subject + " can't be pinned at " + pin + ": " + existing
                    + " is not in a BPF file system; choose a path below /sys/fs/bpf, or mount one with mount -t bpf bpf "
                    + folder));
        }
    }
}
