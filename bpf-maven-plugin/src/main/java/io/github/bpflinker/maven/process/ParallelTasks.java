package io.github.bpflinker.maven.process;

import io.github.bpflinker.maven.BuildFailure;
import io.github.bpflinker.maven.BuildLog;
import io.github.bpflinker.maven.MachineReason;
import io.github.bpflinker.maven.Reason;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** Runs the tasks of a goal, one for each object, concurrently and waits for all of them. */
public final class ParallelTasks {

    private final BuildLog log;
    private final int threads;

    /** @param threads the maximum number of concurrent tasks */
    public ParallelTasks(BuildLog log, int threads) {
        this.log = log;
        this.threads = threads;
    }

    /**
     * A task.
     *
     * @param object the object that it builds
     * @param work the work
     */
    public record Task(String object, Runnable work) {}

    /**
     * Runs the tasks.
     *
     * @throws BuildFailure the failure of a task; if several fail, each failure is logged and the exception has their
     *     number
     */
    public void run(List<Task> tasks) {
        if (tasks.isEmpty()) {
            return;
        }
        int count = Math.max(1, Math.min(threads, tasks.size()));
        ExecutorService executor = Executors.newFixedThreadPool(count, task -> {
            Thread thread = new Thread(task, "BPF task");
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<Callable<Object>> calls = new ArrayList<>();
            tasks.forEach(task -> calls.add(Executors.callable(task.work())));
            report(tasks, executor.invokeAll(calls));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BuildFailure(new MachineReason.Interrupted("waiting for its tasks"), e);
        } finally {
            executor.shutdownNow();
        }
    }

    private void report(List<Task> tasks, List<Future<Object>> results) throws InterruptedException {
        Map<String, BuildFailure> failures = new LinkedHashMap<>();
        List<BuildFailure> all = new ArrayList<>();
        for (int i = 0; i < tasks.size(); i++) {
            try {
                results.get(i).get();
            } catch (ExecutionException e) {
                BuildFailure failure = failure(e.getCause());
                all.add(failure);
                failures.putIfAbsent(tasks.get(i).object(), failure);
            }
        }
        if (all.size() == 1 || isOneOfTheMachine(all)) {
            throw all.get(0);
        }
        if (!all.isEmpty()) {
            all.forEach(failure -> log.error(failure.sentence()));
            throw new BuildFailure(new Reason.SeveralFailed(failures.size(), String.join(", ", failures.keySet())));
        }
    }

    private static boolean isOneOfTheMachine(List<BuildFailure> failures) {
        return !failures.isEmpty()
                && failures.get(0).reason() instanceof MachineReason
                && failures.stream()
                                .map(failure -> failure.reason().getClass())
                                .distinct()
                                .count()
                        == 1;
    }

    private static BuildFailure failure(@Nullable Throwable cause) {
        if (cause instanceof BuildFailure known) {
            return known;
        }
        if (cause instanceof Error error) {
            throw error;
        }
        throw cause instanceof RuntimeException unexpected ? unexpected : new IllegalStateException(cause);
    }
}
