package io.github.bpflinker.worker;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Worker processes, which are kept for further requests. A worker handles one request at a time, with one LLVM and one
 * set of its options. Thread-safe: requests wait while the maximum number of workers is busy.
 */
public final class WorkerPool implements AutoCloseable {

    /** A time limit that is never reached. */
    public static final Duration NO_LIMIT = Duration.ofMillis(Long.MAX_VALUE);

    private final Consumer<String> errorLines;
    private final Semaphore permits;

    /** The idle workers, the most recently used first. */
    private final Deque<Idle> idle = new ArrayDeque<>();

    private boolean closed;

    private record Idle(String key, WorkerProcess worker, long since) {}

    /**
     * Creates an empty pool.
     *
     * @param most the maximum number of processes
     * @param errorLines receives each line that a worker writes to its error output, on other threads
     */
    public WorkerPool(int most, Consumer<String> errorLines) {
        this.errorLines = errorLines;
        this.permits = new Semaphore(most, true);
    }

    /**
     * Runs a request in an idle or new worker. An idle worker that was killed is replaced.
     *
     * @param key identifies the command, the LLVM and its options; requests with the same key can use the same worker
     * @param command supplies the command line of a new worker
     * @param limit the time limit of the request
     * @return {@link WorkerAnswer.Ended} with an empty phase if the new worker could not begin
     * @throws IOException if no process can be started
     * @throws InterruptedException if the thread is interrupted; the worker has been terminated
     */
    public WorkerAnswer run(String key, Supplier<List<String>> command, WorkRequest request, Duration limit)
            throws IOException, InterruptedException {
        permits.acquire();
        try {
            Optional<WorkerProcess> old = take(key);
            if (old.isPresent()) {
                WorkerAnswer answer = run(key, old.get(), request, limit);
                if (!(answer instanceof WorkerAnswer.Ended ended)
                        || !ended.phase().isEmpty()) {
                    return answer;
                }
            }
            return run(key, WorkerProcess.start(command.get(), errorLines), request, limit);
        } finally {
            permits.release();
        }
    }

    private WorkerAnswer run(String key, WorkerProcess worker, WorkRequest request, Duration limit)
            throws InterruptedException {
        WorkerAnswer answer = worker.run(request, limit);
        if (answer instanceof WorkerAnswer.Finished) {
            giveBack(key, worker);
        }
        return answer;
    }

    /** Takes an idle worker with that key; if there is none, makes room for one. */
    private Optional<WorkerProcess> take(String key) {
        List<WorkerProcess> useless = new ArrayList<>();
        Optional<Idle> found;
        synchronized (idle) {
            idle.removeIf(each -> !each.worker().isAlive() && useless.add(each.worker()));
            found = idle.stream().filter(each -> each.key().equals(key)).findFirst();
            found.ifPresent(idle::remove);
            if (found.isEmpty() && idle.size() > permits.availablePermits()) {
                useless.add(idle.removeLast().worker());
            }
        }
        useless.forEach(WorkerProcess::close);
        return found.map(Idle::worker);
    }

    private void giveBack(String key, WorkerProcess worker) {
        boolean kept;
        synchronized (idle) {
            kept = !closed;
            if (kept) {
                idle.addFirst(new Idle(key, worker, System.nanoTime()));
            }
        }
        if (!kept) {
            worker.close();
        }
    }

    /** Closes the workers that have been idle for a time. */
    public void closeIdle(Duration time) {
        List<WorkerProcess> old = new ArrayList<>();
        synchronized (idle) {
            idle.removeIf(each -> System.nanoTime() - each.since() >= time.toNanos() && old.add(each.worker()));
        }
        old.forEach(WorkerProcess::close);
    }

    /** The process ids of the idle workers, the most recently used first. */
    public List<Long> idleProcesses() {
        synchronized (idle) {
            return idle.stream().map(each -> each.worker().pid()).toList();
        }
    }

    /** Closes the idle workers; those that are busy are closed when their request is finished. */
    @Override
    public void close() {
        List<WorkerProcess> all = new ArrayList<>();
        synchronized (idle) {
            closed = true;
            idle.forEach(each -> all.add(each.worker()));
            idle.clear();
        }
        all.forEach(WorkerProcess::close);
    }
}
