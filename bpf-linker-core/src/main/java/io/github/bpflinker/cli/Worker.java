package io.github.bpflinker.cli;

import io.github.bpflinker.Diagnostic;
import io.github.bpflinker.LinkException;
import io.github.bpflinker.SystemReason;
import io.github.bpflinker.cli.worker.ChildCommand;
import io.github.bpflinker.cli.worker.ChildWorkers;
import io.github.bpflinker.cli.worker.PhaseMarker;
import io.github.bpflinker.cli.worker.ProtocolOutput;
import io.github.bpflinker.cli.worker.RequestHandler;
import io.github.bpflinker.cli.worker.WorkerLoop;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** The command line as a persistent worker: each request is one command line, run by the same code. */
final class Worker implements RequestHandler {

    /** The argument that makes a worker of this process. */
    static final String ARGUMENT = "--persistent_worker";

    private final Cli cli;
    private final PhaseMarker phase;

    private Worker(Cli cli, PhaseMarker phase) {
        this.cli = cli;
        this.phase = phase;
    }

    /** Serves requests until the end of input; the exit code of the worker. */
    static int serve(Cli cli, List<String> arguments, PhaseMarker phase) {
        OutputStream responses = ProtocolOutput.claim();
        List<String> startup = new ArrayList<>(arguments);
        startup.removeIf(ARGUMENT::equals);
        List<String> childArguments = new ArrayList<>(startup);
        childArguments.add(ARGUMENT);
        try (ChildWorkers children = new ChildWorkers(() -> ChildCommand.like(Main.class, childArguments))) {
            new WorkerLoop(new Worker(cli, phase), startup, children, responses).run(System.in);
            return ExitCode.OK;
        } catch (IOException e) {
            System.err.println("Error: requests can't be read: " + SystemReason.of(e));
            return ExitCode.FAILED;
        }
    }

    @Override
    public int handle(List<String> arguments, PrintStream output) {
        try {
            return cli.run(arguments, new Console(output, output), phase);
        } finally {
            phase.accept("");
        }
    }

    @Override
    public String describe(LinkException failure) {
        StringBuilder lines = new StringBuilder();
        for (Diagnostic diagnostic : failure.diagnostics()) {
            lines.append(Messages.line(diagnostic)).append('\n');
        }
        return lines.toString();
    }
}
