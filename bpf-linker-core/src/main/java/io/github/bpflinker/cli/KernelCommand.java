package io.github.bpflinker.cli;

import io.github.bpflinker.attach.AttachException;
import io.github.bpflinker.diagnostic.UnsupportedPlatformException;
import io.github.bpflinker.load.LoadException;
import io.github.bpflinker.text.Printable;
import java.util.List;

/** A command that asks the running kernel for something, which it may refuse. */
abstract class KernelCommand implements Subcommand {

    @Override
    public final int run(List<String> arguments, Console console) {
        try {
            return execute(arguments, console);
        } catch (LoadException | AttachException | UnsupportedPlatformException e) {
            console.err().println("Error: " + Printable.line(String.valueOf(e.getMessage())));
            return ExitCode.FAILED;
        }
    }

    /** Runs the command and returns its exit code; a refusal of the kernel is reported by the caller. */
    abstract int execute(List<String> arguments, Console console);
}
