package io.github.bpflinker.cli;

import com.sun.jna.NativeLibrary;
import io.github.bpflinker.link.Linker;
import io.github.bpflinker.worker.PhaseMarker;
import java.util.List;

/** The main class. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        StandardError.claim();
        StandardOutput output = StandardOutput.claim();
        System.exit(output.finish(run(List.of(arguments))));
    }

    private static int run(List<String> arguments) {
        try (PhaseMarker phase = PhaseMarker.ofProcess()) {
            phase.accept("start");
            GuardedLinker linker = new GuardedLinker(
                    (request, onPhase) -> Linker.inProcess().link(request, onPhase), phase, Main::endAtOnce);
            return arguments.contains(Worker.ARGUMENT)
                    ? Worker.serve(linker, arguments, phase)
                    : new Cli(linker).run(arguments, Console.ofProcess(), phase);
        }
    }

    /** Terminates the process without shutdown hooks, because a thread is inside of LLVM. */
    private static void endAtOnce() {
        try {
            NativeLibrary.getProcess().getFunction("_exit").invokeVoid(new Object[] {ExitCode.FAILED});
        } catch (UnsatisfiedLinkError e) {
            Runtime.getRuntime().halt(ExitCode.FAILED);
        }
    }
}
