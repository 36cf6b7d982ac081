package io.github.bpflinker.maven.worker;

import io.github.bpflinker.maven.BuildFailure;
import io.github.bpflinker.maven.Reason;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.annotation.PreDestroy;
import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

/**
 * The workers of a Maven process, shared by all modules, at most one for each processor. Workers that are idle for ten
 * seconds are closed, because IDEs and resident Maven processes keep the pool for hours.
 */
@Named
@Singleton
public final class WorkerPool implements AutoCloseable {

    private static final long IDLE_SECONDS = 10;

    private final long idleNanos;
    private final Semaphore permits;
    private final Deque<Idle> idle = new ArrayDeque<>();
    private final ScheduledThreadPoolExecutor janitor;

    private record Idle(WorkerProcess worker, long since) {}

    @Inject
    public WorkerPool() {
        this(Runtime.getRuntime().availableProcessors(), TimeUnit.SECONDS.toNanos(IDLE_SECONDS));
    }

    WorkerPool(int limit, long idleNanos) {
        this.idleNanos = idleNanos;
        this.permits = new Semaphore(limit, true);
        this.janitor = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "BPF worker janitor");
            thread.setDaemon(true);
            return thread;
        });
        janitor.setRemoveOnCancelPolicy(true);
        janitor.setKeepAliveTime(IDLE_SECONDS, TimeUnit.SECONDS);
        janitor.allowCoreThreadTimeOut(true);
    }

    /**
     * Runs a command in an idle or new worker. Waits while the maximum number of workers is busy.
     *
     * @throws BuildFailure if no worker can be started
     */
    public WorkerAnswer run(WorkerRequest request) {
        try {
            permits.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BuildFailure(Reason.INTERRUPTED, e, List.of("waiting for a worker"));
        }
        try {
            Optional<WorkerProcess> idleOne = take(request);
            if (idleOne.isPresent()) {
                WorkerAnswer answer = run(idleOne.get(), request);
                if (!diedBeforeWork(answer)) {
                    return answer;
                }
            }
            WorkerAnswer answer = run(WorkerProcess.start(request), request);
            if (answer instanceof WorkerAnswer.Died died && diedBeforeWork(died)) {
                throw new BuildFailure(Reason.WORKER_UNAVAILABLE, died.lastWords());
            }
            return answer;
        } finally {
            permits.release();
        }
    }

    private WorkerAnswer run(WorkerProcess worker, WorkerRequest request) {
        WorkerAnswer answer = worker.run(request.arguments(), request.timeout());
        if (answer instanceof WorkerAnswer.Finished) {
            giveBack(worker);
        }
        return answer;
    }

    private static boolean diedBeforeWork(WorkerAnswer answer) {
        return answer instanceof WorkerAnswer.Died died && died.phase().isEmpty();
    }

    private Optional<WorkerProcess> take(WorkerRequest request) {
        List<WorkerProcess> useless = new ArrayList<>();
        Optional<WorkerProcess> found;
        synchronized (idle) {
            idle.removeIf(each -> !each.worker().isAlive() && useless.add(each.worker()));
            found = idle.stream().map(Idle::worker).filter(request::fits).findFirst();
            found.ifPresent(worker -> idle.removeIf(each -> each.worker() == worker));
            if (found.isEmpty() && idle.size() > permits.availablePermits()) {
                useless.add(idle.removeLast().worker());
            }
        }
        useless.forEach(WorkerProcess::close);
        return found;
    }

    private void giveBack(WorkerProcess worker) {
        synchronized (idle) {
            idle.addFirst(new Idle(worker, System.nanoTime()));
        }
        if (!janitor.isShutdown()) {
            @SuppressWarnings("unused") // failures of closeIdle can't be handled
            Object scheduled = janitor.schedule(this::closeIdle, idleNanos, TimeUnit.NANOSECONDS);
        }
    }

    private void closeIdle() {
        List<WorkerProcess> old = new ArrayList<>();
        synchronized (idle) {
            idle.removeIf(each -> System.nanoTime() - each.since() >= idleNanos && old.add(each.worker()));
        }
        old.forEach(WorkerProcess::close);
    }

    /** The process ids of the idle workers. */
    List<Long> idlePids() {
        synchronized (idle) {
            return idle.stream().map(each -> each.worker().pid()).toList();
        }
    }

    @Override
    @PreDestroy
    public void close() {
        janitor.shutdownNow();
        List<WorkerProcess> all = new ArrayList<>();
        synchronized (idle) {
            idle.forEach(each -> all.add(each.worker()));
            idle.clear();
        }
        all.forEach(WorkerProcess::close);
    }
}
