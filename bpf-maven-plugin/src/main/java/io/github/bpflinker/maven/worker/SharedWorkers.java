package io.github.bpflinker.maven.worker;

import io.github.bpflinker.file.SystemReason;
import io.github.bpflinker.maven.BuildFailure;
import io.github.bpflinker.maven.MachineReason;
import io.github.bpflinker.worker.WorkRequest;
import io.github.bpflinker.worker.WorkerAnswer;
import io.github.bpflinker.worker.WorkerPool;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.annotation.PreDestroy;
import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

/**
 * The workers of a Maven process, shared by all modules, at most one for each processor. Workers that are idle for ten
 * seconds are closed, because IDEs and resident Maven processes keep this component for hours.
 */
@Named
@Singleton
public final class SharedWorkers implements AutoCloseable {

    private static final Duration IDLE = Duration.ofSeconds(10);

    private final Duration idle;
    private final WorkerPool pool;
    private final ScheduledThreadPoolExecutor janitor;
    private volatile boolean used;

    @Inject
    public SharedWorkers() {
        this(Runtime.getRuntime().availableProcessors(), IDLE);
    }

    SharedWorkers(int most, Duration idle) {
        this.idle = idle;
        this.pool = new WorkerPool(most, line -> {});
        this.janitor = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "BPF worker janitor");
            thread.setDaemon(true);
            return thread;
        });
        janitor.setRemoveOnCancelPolicy(true);
        janitor.setKeepAliveTime(IDLE.toSeconds(), TimeUnit.SECONDS);
        janitor.allowCoreThreadTimeOut(true);
    }

    /**
     * Runs a command in an idle or new worker. Waits while the maximum number of workers is busy.
     *
     * @throws BuildFailure if no worker can be started, or if the thread is interrupted
     */
    public WorkerAnswer run(WorkerRequest request) {
        used = true;
        WorkerAnswer answer;
        try {
            answer = pool.run(
                    request.workerKey(),
                    request.command()::persistent,
                    WorkRequest.of(request.arguments()),
                    request.timeout());
        } catch (IOException e) {
            throw new BuildFailure(new MachineReason.WorkerUnavailable(SystemReason.of(e)), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BuildFailure(new MachineReason.Interrupted("waiting for a link"), e);
        }
        if (answer instanceof WorkerAnswer.Ended ended && ended.phase().isEmpty()) {
            throw new BuildFailure(new MachineReason.WorkerUnavailable(CrashLogLines.of(ended.log())));
        }
        if (!janitor.isShutdown()) {
            @SuppressWarnings("unused") // failures of closeIdle can't be handled
            Object scheduled = janitor.schedule(() -> pool.closeIdle(idle), idle.toNanos(), TimeUnit.NANOSECONDS);
        }
        return answer;
    }

    /** The process ids of the idle workers. */
    List<Long> idleProcesses() {
        return pool.idleProcesses();
    }

    @Override
    @PreDestroy
    public void close() {
        janitor.shutdownNow();
        // Maven can have closed the class loader before: classes that nothing has used can't be loaded any more.
        if (used) {
            pool.close();
        }
    }
}
