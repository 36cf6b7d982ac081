package io.github.bpflinker.cli;

import java.util.List;

/** A command beside {@code link}, named by the first argument. Made when it is asked for. */
interface Subcommand {

    /**
     * Runs it.
     *
     * @param arguments what follows its name
     * @return the exit code
     * @throws UsageException if the arguments make no sense
     * @throws io.github.bpflinker.diagnostic.LinkException if it fails
     */
    int run(List<String> arguments, Console console);
}
