package io.github.bpflinker.cli.worker;

import io.github.bpflinker.Diagnostic;
import io.github.bpflinker.LinkException;
import io.github.bpflinker.Problem;
import io.github.bpflinker.SystemReason;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The children of a worker, one for each LLVM with its options that requests asked for beside the worker's own. */
public final class ChildWorkers implements AutoCloseable {

    private final Supplier<List<String>> command;
    private final Map<String, ChildWorker> children = new HashMap<>();

    /** @param command the command line that starts a child; asked for when the first one is needed */
    public ChildWorkers(Supplier<List<String>> command) {
        this.command = command;
    }

    /**
     * Has a child do the request.
     *
     * @param key the LLVM and its options; requests with the same key go to the same child
     * @throws LinkException {@link Problem#LLVM_CRASHED} if the child dies; the next request gets a new one
     */
    WorkResponse run(String key, WorkRequest request) {
        ChildWorker child = child(key);
        try {
            return child.run(request);
        } catch (LinkException e) {
            forget(key, child);
            throw e;
        }
    }

    private synchronized ChildWorker child(String key) {
        ChildWorker child = children.get(key);
        if (child == null) {
            try {
                child = ChildWorker.start(command.get());
            } catch (IOException e) {
                throw new LinkException(
                        Diagnostic.error(Problem.INTERNAL)
                                .withDetail("no process can be started: " + SystemReason.of(e)),
                        e);
            }
            children.put(key, child);
        }
        return child;
    }

    private synchronized void forget(String key, ChildWorker child) {
        children.remove(key, child);
    }

    @Override
    public synchronized void close() {
        for (ChildWorker child : children.values()) {
            child.close();
        }
        children.clear();
    }
}
