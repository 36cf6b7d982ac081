package io.github.bpflinker.worker;

import io.github.bpflinker.diagnostic.Diagnostic;
import io.github.bpflinker.diagnostic.LinkException;
import io.github.bpflinker.diagnostic.Problem;
import io.github.bpflinker.file.SystemReason;
import io.github.bpflinker.text.Printable;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;

/**
 * Child processes like this one, in which links run that this process can't or must not run, at most one for each
 * processor. What they write to their error output appears on that of this process.
 */
public final class ChildWorkers implements AutoCloseable {

    private final Supplier<List<String>> command;
    private final WorkerPool pool;

    /** @param command supplies the command line of a child when one is started */
    public ChildWorkers(Supplier<List<String>> command) {
        this(command, Runtime.getRuntime().availableProcessors());
    }

    /** @param most the maximum number of concurrent links */
    ChildWorkers(Supplier<List<String>> command, int most) {
        this.command = command;
        this.pool = new WorkerPool(most, line -> System.err.println(Printable.lines(line)));
    }

    /**
     * Runs a request in a child. Waits while all are busy.
     *
     * @param key the LLVM and its options
     * @throws LinkException if no child can be started, or if it ends without a response, see {@link ChildFailure}; the
     *     next request starts a new one
     */
    WorkResponse run(String key, WorkRequest request) {
        WorkerAnswer answer;
        try {
            answer = pool.run(key, command, request, WorkerPool.NO_LIMIT);
        } catch (IOException e) {
            throw new LinkException(
                    Diagnostic.error(Problem.PROCESS_NOT_STARTED).withDetail(SystemReason.of(e)), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LinkException(Diagnostic.error(Problem.LINKER_KILLED).withDetail("an interrupt"), e);
        }
        if (answer instanceof WorkerAnswer.Finished finished) {
            return finished.response();
        }
        if (answer instanceof WorkerAnswer.Ended ended) {
            throw new LinkException(ChildFailure.describe(ended));
        }
        throw new IllegalStateException("no limit, and yet " + answer);
    }

    @Override
    public void close() {
        pool.close();
    }
}
