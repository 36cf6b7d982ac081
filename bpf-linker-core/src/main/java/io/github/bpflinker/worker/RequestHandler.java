package io.github.bpflinker.worker;

import io.github.bpflinker.diagnostic.LinkException;
import java.io.PrintStream;
import java.util.List;

/** Does the work of a request. Several threads may call it at once. */
public interface RequestHandler {

    /**
     * Runs one command.
     *
     * @param arguments as on the command line
     * @param output for whatever the command prints
     * @param listener is told the same as data
     * @return the exit code
     * @throws LinkException of {@link io.github.bpflinker.diagnostic.Problem#LLVM_ALREADY_LOADED} if only another process can run
     *     it; every other failure is printed
     */
    int handle(List<String> arguments, PrintStream output, LinkListener listener);
}
