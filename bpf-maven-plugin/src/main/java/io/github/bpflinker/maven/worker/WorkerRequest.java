package io.github.bpflinker.maven.worker;

import java.time.Duration;
import java.util.List;

/**
 * A request to run a command line in a worker.
 *
 * @param command the command that starts a suitable worker
 * @param key the key of the LLVM and its process-wide options; a worker only handles requests with its key
 * @param arguments the arguments of the command line
 * @param timeout the time limit
 */
public record WorkerRequest(WorkerCommand command, String key, List<String> arguments, Duration timeout) {

    public WorkerRequest {
        arguments = List.copyOf(arguments);
    }

    /** The key of the workers that can handle it. */
    String workerKey() {
        return command + " " + key;
    }
}
