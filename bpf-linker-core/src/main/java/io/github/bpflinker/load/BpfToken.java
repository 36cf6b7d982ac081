package io.github.bpflinker.load;

import io.github.bpflinker.load.host.RunningKernel;
import io.github.bpflinker.load.syscall.Command;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A BPF token (Linux 6.9): permission to use BPF in a user namespace, derived from a BPF file system that was mounted
 * with delegation ({@code delegate_cmds=any,…}). Thread-safe.
 */
public final class BpfToken implements AutoCloseable {

    /** {@code O_DIRECTORY} differs between architectures and is not needed. */
    private static final int READ = 0;

    private final RunningKernel kernel;
    private final int fd;
    private final AtomicBoolean closed = new AtomicBoolean();

    private BpfToken(RunningKernel kernel, int fd) {
        this.kernel = kernel;
        this.fd = fd;
    }

    /**
     * Creates a token.
     *
     * @param fileSystem the mount point of the BPF file system
     * @throws LoadException if it was not delegated to this user namespace
     */
    public static BpfToken of(Path fileSystem) {
        RunningKernel kernel = RunningKernel.ofSystem();
        int folder = kernel.bpf().calls().open(fileSystem.toString(), READ);
        if (folder < 0) {
            throw Refusals.of(kernel, "BPF file system " + fileSystem, "open", -folder, Needs.NOTHING);
        }
        try {
            int fd = kernel.bpf().tryCreateToken(folder);
            if (fd < 0) {
                throw new LoadException(new LoadProblem.CallRefused(
                        "token of " + fileSystem,
                        Command.TOKEN_CREATE.kernelName(),
                        -fd,
                        "that is no BPF file system that was mounted for this user namespace with delegate_cmds=…",
                        "mount one with delegation, Linux 6.9 or newer"));
            }
            return new BpfToken(kernel, fd);
        } finally {
            kernel.bpf().calls().close(folder);
        }
    }

    int fd() {
        if (closed.get()) {
            throw new IllegalStateException("the token is closed");
        }
        return fd;
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            kernel.bpf().calls().close(fd);
        }
    }
}
