package io.github.bpflinker.cli;

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
            Linker linker = Linker.inProcess();
            return new Cli(linker::link).run(arguments, Console.ofProcess(), phase);
        }
    }
}
