package io.github.bpflinker.cli;

import io.github.bpflinker.diagnostic.Diagnostic;
import io.github.bpflinker.diagnostic.LinkException;
import io.github.bpflinker.diagnostic.Problem;
import io.github.bpflinker.diagnostic.ProcessKey;
import io.github.bpflinker.file.SystemReason;
import io.github.bpflinker.link.LinkRequest;
import io.github.bpflinker.link.LinkResult;
import io.github.bpflinker.worker.ChildCommand;
import io.github.bpflinker.worker.ChildWorkers;
import io.github.bpflinker.worker.LinkListener;
import io.github.bpflinker.worker.PhaseMarker;
import io.github.bpflinker.worker.ProtocolOutput;
import io.github.bpflinker.worker.RequestHandler;
import io.github.bpflinker.worker.WorkerLoop;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The command line as a persistent worker: each request is one command line, run by the same code. */
final class Worker implements RequestHandler {

    /** The argument that starts a worker. */
    static final String ARGUMENT = "--persistent_worker";

    private final Cli cli;
    private final PhaseMarker phase;

    private Worker(Cli cli, PhaseMarker phase) {
        this.cli = cli;
        this.phase = phase;
    }

    /**
     * Serves requests until the end of input. Because LLVM can terminate its process, links run in child processes,
     * unless the parent of this process handles its termination.
     *
     * @param linker runs a link in this process
     * @return the exit code of the worker
     */
    static int serve(GuardedLinker linker, List<String> arguments, PhaseMarker phase) {
        Cli cli = new Cli(PhaseMarker.isAskedFor() ? linker : new Elsewhere());
        ProtocolOutput responses = ProtocolOutput.claim();
        List<String> startup = new ArrayList<>(arguments);
        startup.removeIf(ARGUMENT::equals);
        List<String> childArguments = new ArrayList<>(startup);
        childArguments.add(ARGUMENT);
        try (ChildWorkers children = new ChildWorkers(() -> ChildCommand.like(Main.class, childArguments))) {
            WorkerLoop loop = new WorkerLoop(new Worker(cli, phase), startup, children, responses);
            linker.tellBy(loop::giveUp);
            if (loop.run(System.in)) {
                return ExitCode.OK;
            }
        } catch (IOException e) {
            System.err.println("Error: requests can't be read: " + SystemReason.of(e));
            return ExitCode.FAILED;
        }
        linker.abandon();
        return ExitCode.FAILED;
    }

    /** Delegates each link to a child process. */
    private static final class Elsewhere implements LinkOperation {

        @Override
        public void accept(LinkRequest request) {
            throw new LinkException(
                    Diagnostic.error(Problem.LLVM_ALREADY_LOADED).withPayload(new ProcessKey(request.processKey())));
        }

        @Override
        public LinkResult link(LinkRequest request, Consumer<String> onPhase) {
            throw new IllegalStateException("no link is accepted");
        }
    }

    @Override
    public int handle(List<String> arguments, PrintStream output, LinkListener listener) {
        try {
            return cli.run(arguments, new Console(output, output, listener), phase);
        } finally {
            phase.accept("");
        }
    }
}
