package io.github.bpflinker.run;

import io.github.bpflinker.load.LoadException;
import io.github.bpflinker.load.LoadProblem;
import io.github.bpflinker.load.host.RunningKernel;
import io.github.bpflinker.load.syscall.Bpf;
import io.github.bpflinker.load.syscall.Command;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Has the kernel count how often each program runs and for how long ({@code BPF_ENABLE_STATS}, Linux 5.8), as long as it is
 * open; see {@link io.github.bpflinker.load.ProgramInfo#runCount}. It costs each run of each program of the machine some
 * tens of nanoseconds. Needs CAP_SYS_ADMIN.
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
     * Counts from now on.
     *
     * @throws LoadException if this process may not have them counted, or before Linux 5.8, where
     *     {@code sysctl kernel.bpf_stats_enabled=1} does it
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

    /** Counts no longer, unless somebody else does. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            bpf.calls().close(fd);
        }
    }
}
