package io.github.bpflinker.worker;

import io.github.bpflinker.diagnostic.Diagnostic;
import io.github.bpflinker.diagnostic.LinkException;
import io.github.bpflinker.diagnostic.Problem;
import io.github.bpflinker.file.SystemReason;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * The child processes in which a worker runs links, at most one for each processor. A child runs one link at a time,
 * with one LLVM and one set of options.
 */
public final class ChildWorkers implements AutoCloseable {

    private final Supplier<List<String>> command;
    private final int most;
    private final Semaphore permits;

    /** The idle children, the most recently used first. */
    private final Deque<Idle> idle = new ArrayDeque<>();

    private boolean closed;

    private record Idle(String key, ChildWorker child) {}

    /** @param command supplies the command line of a child when one is started */
    public ChildWorkers(Supplier<List<String>> command) {
        this(command, Runtime.getRuntime().availableProcessors());
    }

    /** @param most the maximum number of concurrent links */
    ChildWorkers(Supplier<List<String>> command, int most) {
        this.command = command;
        this.most = most;
        this.permits = new Semaphore(most, true);
    }

    /**
     * Runs a request in a child. Waits while all are busy.
     *
     * @param key the LLVM and its options; requests with the same key can use the same child
     * @throws LinkException if the child ends without a response, see {@link EndOfChild}; the next request starts a new
     *     one
     */
    WorkResponse run(String key, WorkRequest request) {
        permits.acquireUninterruptibly();
        try {
            Optional<ChildWorker> old = take(key);
            if (old.isPresent()) {
                Optional<WorkResponse> response = old.get().tryToRun(request);
                if (response.isPresent()) {
                    giveBack(key, old.get());
                    return response.get();
                }
                // It was killed while it was idle.
            }
            ChildWorker fresh = start();
            WorkResponse response = fresh.run(request);
            giveBack(key, fresh);
            return response;
        } finally {
            permits.release();
        }
    }

    private ChildWorker start() {
        try {
            return ChildWorker.start(command.get());
        } catch (IOException e) {
            throw new LinkException(
                    Diagnostic.error(Problem.PROCESS_NOT_STARTED).withDetail(SystemReason.of(e)), e);
        }
    }

    /** Takes an idle child with that key; if there is none, makes room for one. */
    private Optional<ChildWorker> take(String key) {
        List<ChildWorker> useless = new ArrayList<>();
        Optional<ChildWorker> found = Optional.empty();
        synchronized (idle) {
            for (Iterator<Idle> all = idle.iterator(); all.hasNext() && found.isEmpty(); ) {
                Idle each = all.next();
                if (each.key().equals(key)) {
                    found = Optional.of(each.child());
                    all.remove();
                }
            }
            if (found.isEmpty() && idle.size() >= most) {
                useless.add(idle.removeLast().child());
            }
        }
        useless.forEach(ChildWorker::close);
        return found;
    }

    private void giveBack(String key, ChildWorker child) {
        boolean kept;
        synchronized (idle) {
            kept = !closed;
            if (kept) {
                idle.addFirst(new Idle(key, child));
            }
        }
        if (!kept) {
            child.close();
        }
    }

    @Override
    public void close() {
        List<ChildWorker> all = new ArrayList<>();
        synchronized (idle) {
            closed = true;
            idle.forEach(each -> all.add(each.child()));
            idle.clear();
        }
        all.forEach(ChildWorker::close);
    }
}
