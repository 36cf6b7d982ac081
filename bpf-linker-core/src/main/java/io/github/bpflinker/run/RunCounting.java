package io.github.bpflinker.run;

import io.github.bpflinker.load.LoadException;
import io.github.bpflinker.load.LoadProblem;
import io.github.bpflinker.load.host.RunningKernel;
import io.github.bpflinker.load.syscall.Bpf;
import io.github.bpflinker.load.syscall.Command;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Enables run statistics of all programs ({@code BPF_ENABLE_STATS}, Linux 5.8) while it is open; see {@link
 * io.github.bpflinker.load.ProgramInfo#runCount}. This adds some tens of nanoseconds to each run of each program on the
 * machine. Requires CAP_SYS_ADMIN.
 */
public final class RunCounting implements AutoCloseable {

    private final Bpf bpf;
    private final int fd;
    private final AtomicBoolean closed = new AtomicBoolean();

    private RunCounting(Bpf bpf, int fd) {
        this.bpf = bpf;
        this.fd = fd;
    }

    /**
     * Enables the statistics.
     *
     * @throws LoadException without permission, or before Linux 5.8, where {@code sysctl kernel.bpf_stats_enabled=1}
     *     enables them
     */
    public static RunCounting start(RunningKernel kernel) {
        int fd = (int) kernel.bpf().run(Command.ENABLE_STATS, attributes -> {});
        if (fd < 0) {
            throw new LoadException(new LoadProblem.CallRefused(
                    "counting the runs of programs",
                    Command.ENABLE_STATS.kernelName(),
                    -fd,
                    "it needs CAP_SYS_ADMIN and Linux 5.8",
                    "before 5.8, set the sysctl kernel.bpf_stats_enabled to 1"));
        }
        return new RunCounting(kernel.bpf(), fd);
    }

    /** Disables the statistics, unless they are enabled otherwise. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            bpf.calls().close(fd);
        }
    }
}
