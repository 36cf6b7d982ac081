package io.github.bpflinker.maven.worker;

import java.time.Duration;
import java.util.List;

/**
 * One command line for a worker.
 *
 * @param command what starts a worker that can run it
 * @param key the LLVM and its options: a process has only one of each, so other keys want other workers
 * @param arguments as on the command line
 * @param timeout how long it may take
 */
public record WorkerRequest(WorkerCommand command, String key, List<String> arguments, Duration timeout) {

    public WorkerRequest {
        arguments = List.copyOf(arguments);
    }

    boolean fits(WorkerProcess worker) {
        return worker.command().equals(command) && worker.key().equals(key);
    }
}
