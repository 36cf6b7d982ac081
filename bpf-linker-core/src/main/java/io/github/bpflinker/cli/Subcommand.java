package io.github.bpflinker.cli;

import java.util.List;

/** A command other than {@code link}, selected by the first argument. Created on demand. */
interface Subcommand {

    /**
     * Runs it.
     *
     * @param arguments the arguments after its name
     * @return the exit code
     * @throws UsageException if the arguments are invalid
     * @throws io.github.bpflinker.diagnostic.LinkException if it fails
     */
    int run(List<String> arguments, Console console);
}
