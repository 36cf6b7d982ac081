package io.github.bpflinker.load;

import io.github.bpflinker.load.host.KernelFeatures;
import io.github.bpflinker.load.host.RunningKernel;
import io.github.bpflinker.load.syscall.Command;
import io.github.bpflinker.load.syscall.Errno;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A BPF token (Linux 6.9): permission to use BPF in a user namespace, derived from a BPF file system that was mounted
 * with delegation ({@code delegate_cmds=any,…}). Thread-safe.
 */
public final class BpfToken implements AutoCloseable {

    private static final int FIRST = 6 << 16 | 9 << 8;

    /** {@code O_DIRECTORY} differs between architectures and is not needed. */
    private static final int READ = 0;

    private final RunningKernel kernel;
    private final int fd;
    private final KernelFeatures features;
    private final AtomicBoolean closed = new AtomicBoolean();

    private BpfToken(RunningKernel kernel, int fd) {
        this.kernel = kernel;
        this.fd = fd;
        this.features = kernel.featuresWith(fd);
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
            throw new LoadException(new LoadProblem.CallRefused(
                    "BPF file system " + fileSystem,
                    "open",
                    -folder,
                    "",
                    "give the folder where a BPF file system is mounted that root of the machine delegated"));
        }
        try {
            int fd = kernel.bpf().tryCreateToken(folder);
            if (fd < 0) {
                throw refused(kernel, fileSystem, -fd);
            }
            return new BpfToken(kernel, fd);
        } finally {
            kernel.bpf().calls().close(folder);
        }
    }

    private static LoadException refused(RunningKernel kernel, Path fileSystem, int errno) {
        boolean old = kernel.versionCode() < FIRST;
        String remedy =
                "mount one in the user namespace, with options such as delegate_cmds=any that root of the machine"
                        + " sets";
        return new LoadException(new LoadProblem.CallRefused(
                "token of " + fileSystem,
                Command.TOKEN_CREATE.kernelName(),
                errno,
                old
                        ? "Linux 6.9 brought tokens, and this is Linux "
                                + kernel.release().name()
                        : reason(errno),
                old ? "use a newer kernel, or run as root" : remedy));
    }

    /** The causes that {@code bpf_token_create} of {@code kernel/bpf/token.c} distinguishes, Linux 6.18. */
    private static String reason(int errno) {
        return switch (errno) {
            case Errno.EOPNOTSUPP -> "this process is not in a user namespace, where no token is needed";
            case Errno.ENOENT -> "that BPF file system was mounted without delegating anything";
            case Errno.EPERM ->
                "that BPF file system belongs to another user namespace, or this process lacks CAP_BPF in its own";
            default -> "that is not the root of a BPF file system";
        };
    }

    /** The features of the kernel that the token permits to find. */
    KernelFeatures features() {
        return features;
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
