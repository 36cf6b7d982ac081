package io.github.bpflinker.cli;

import io.github.bpflinker.diagnostic.Diagnostic;
import io.github.bpflinker.diagnostic.LinkException;
import io.github.bpflinker.diagnostic.Problem;
import io.github.bpflinker.file.SystemReason;
import io.github.bpflinker.kernel.KernelLoader;
import io.github.bpflinker.kernel.LoadResult;
import io.github.bpflinker.kernel.verifier.Verification;
import io.github.bpflinker.report.LoadText;
import io.github.bpflinker.text.Printable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The command {@code load}: whether the running kernel accepts objects. */
final class LoadCommand implements Subcommand {

    private final KernelLoader kernel;

    LoadCommand(KernelLoader kernel) {
        this.kernel = kernel;
    }

    private static SubcommandLine newLine() {
        return new SubcommandLine(
                        "load",
                        "Loads the programs of BPF objects into the running kernel and unloads them again, and says"
                                + " whether it accepts them. Needs bpftool and permission. No map is pinned or shared"
                                + " with an application; programs whose section begins with ? are tried alone and do"
                                + " not count.")
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
            Verification verification = verify(name);
            LoadText.lines(name, verification).forEach(line -> console.out().println(Printable.line(line)));
            boolean skipped = verification.result() instanceof LoadResult.Skipped;
            if (skipped ? required : !verification.isAccepted()) {
                exitCode = ExitCode.FAILED;
            }
        }
        return exitCode;
    }

    private Verification verify(String name) {
        try {
            return Verification.of(Path.of(name), kernel);
        } catch (IOException e) {
            throw new LinkException(
                    Diagnostic.error(Problem.INTERNAL)
                            .withDetail("bpftool could not be run for " + name + ": " + SystemReason.of(e)),
                    e);
        }
    }
}
