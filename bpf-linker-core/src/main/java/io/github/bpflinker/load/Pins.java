package io.github.bpflinker.load;

import io.github.bpflinker.file.SystemReason;
import io.github.bpflinker.load.host.RunningKernel;
import io.github.bpflinker.load.syscall.Command;
import io.github.bpflinker.load.syscall.SystemCallException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Names of maps and programs in a BPF file system, by which they outlive the process. */
final class Pins {

    private Pins() {}

    /**
     * Pins what a descriptor stands for; folders on the way are made.
     *
     * @throws LoadException if it can't be pinned there
     */
    static void pin(RunningKernel kernel, String subject, int fd, Path pin) {
        @Nullable Path folder = pin.toAbsolutePath().getParent();
        try {
            if (folder != null) {
                Files.createDirectories(folder);
            }
        } catch (IOException e) {
            throw new LoadException(
                    new LoadProblem.Unsuitable(subject + " can't be pinned at " + pin + ": " + SystemReason.of(e)), e);
        }
        try {
            kernel.bpf().pin(fd, pin.toString());
        } catch (SystemCallException e) {
            throw Refusals.of(kernel, subject + " at " + pin, Command.OBJ_PIN.kernelName(), e.errno(), Needs.OF_PINS);
        }
    }
}
