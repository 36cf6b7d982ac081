package io.github.bpflinker.cli;

import io.github.bpflinker.cli.worker.PhaseMarker;
import io.github.bpflinker.link.Linker;
import java.util.List;

/** Where the process starts. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments)));
    }

    private static int run(List<String> arguments) {
        try (PhaseMarker phase = PhaseMarker.ofProcess()) {
            phase.accept("start");
            Cli cli = new Cli((request, onPhase) -> Linker.inProcess().link(request, onPhase));
            return arguments.contains(Worker.ARGUMENT)
                    ? Worker.serve(cli, arguments, phase)
                    : cli.run(arguments, Console.ofProcess(), phase);
        }
    }
}
