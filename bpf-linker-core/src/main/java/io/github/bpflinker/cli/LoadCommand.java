package io.github.bpflinker.cli;

import io.github.bpflinker.Diagnostic;
import io.github.bpflinker.LinkException;
import io.github.bpflinker.Problem;
import io.github.bpflinker.SystemReason;
import io.github.bpflinker.kernel.KernelLoader;
import io.github.bpflinker.kernel.LoadResult;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The command {@code load}: whether the running kernel accepts objects. */
final class LoadCommand implements Subcommand {

    private static final int LOG_LINES = 20;

    private final KernelLoader kernel;

    LoadCommand(KernelLoader kernel) {
        this.kernel = kernel;
    }

    private static SubcommandLine newLine() {
        return new SubcommandLine(
                        "load",
                        "Loads the programs of BPF objects into the running kernel and unloads them again, and says"
                                + " whether it accepts them. Needs bpftool and permission.")
                .flag("--required", "Fail if the kernel can't be asked; otherwise that is a skip.")
                .files("FILE", "1..*", "The objects.");
    }

    @Override
    public int run(List<String> arguments, Console console) {
        Optional<SubcommandLine.Parsed> parsed = newLine().parse(arguments, console);
        if (parsed.isEmpty()) {
            return ExitCode.OK;
        }
        boolean required = parsed.get().has("--required");
        int exitCode = ExitCode.OK;
        for (String name : parsed.get().files()) {
            FileContent.read(Path.of(name));
            if (!isFine(name, load(name), required, console.out())) {
                exitCode = ExitCode.FAILED;
            }
        }
        return exitCode;
    }

    private LoadResult load(String name) {
        try {
            return kernel.load(Path.of(name));
        } catch (IOException e) {
            throw new LinkException(
                    Diagnostic.error(Problem.INTERNAL)
                            .withDetail("bpftool could not be run for " + name + ": " + SystemReason.of(e)),
                    e);
        }
    }

    private static boolean isFine(String name, LoadResult result, boolean required, PrintStream out) {
        if (result instanceof LoadResult.Accepted accepted) {
            out.println(name + ": accepted, " + accepted.programs().size() + " loaded: "
                    + String.join(", ", accepted.programs()));
            return true;
        }
        if (result instanceof LoadResult.Skipped skipped) {
            out.println(name + ": skipped: " + skipped.reason());
            return !required;
        }
        out.println(name + ": refused");
        List<String> lines = ((LoadResult.Refused) result).log().lines().toList();
        lines.subList(Math.max(0, lines.size() - LOG_LINES), lines.size()).forEach(line -> out.println("  " + line));
        return false;
    }
}
