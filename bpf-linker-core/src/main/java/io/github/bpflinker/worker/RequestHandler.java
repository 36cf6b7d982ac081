package io.github.bpflinker.worker;

import io.github.bpflinker.diagnostic.LinkException;
import java.io.PrintStream;
import java.util.List;

/** Handles requests. Must be thread-safe. */
public interface RequestHandler {

    /**
     * Runs one command.
     *
     * @param arguments the arguments of the command line
     * @param output the stream for the command's output
     * @param listener receives the same as data
     * @return the exit code
     * @throws LinkException with {@link io.github.bpflinker.diagnostic.Problem#LLVM_ALREADY_LOADED} if the link must
     *     run in another process; other failures are printed
     */
    int handle(List<String> arguments, PrintStream output, LinkListener listener);
}
