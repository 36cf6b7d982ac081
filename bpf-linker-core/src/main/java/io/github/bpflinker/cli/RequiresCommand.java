package io.github.bpflinker.cli;

import io.github.bpflinker.elf.BpfObject;
import io.github.bpflinker.kernel.requirements.Requirements;
import io.github.bpflinker.report.RequirementsJson;
import io.github.bpflinker.report.RequirementsText;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The command {@code requires}: reports the oldest kernel that can load an object, and the features that require it.
 */
final class RequiresCommand implements Subcommand {

    private static SubcommandLine newLine() {
        return new SubcommandLine(
                        "requires",
                        "Reports the oldest kernel that can load each BPF object, and the features that require it. Does"
                                + " not run the verifier; see load.")
                .flag("--json", "Print one JSON object a line instead, for each FILE.")
                .files("FILE", "1..*", "The objects.");
    }

    @Override
    public int run(List<String> arguments, Console console) {
        Optional<SubcommandLine.Parsed> parsed = newLine().parse(arguments, console);
        if (parsed.isEmpty()) {
            return ExitCode.OK;
        }
        boolean json = parsed.get().has("--json");
        for (String name : parsed.get().files()) {
            BpfObject object = BpfObject.read(name, FileContent.read(Path.of(name)));
            Requirements requirements = Requirements.of(object);
            if (json) {
                console.out().println(RequirementsJson.of(requirements));
            } else {
                RequirementsText.lines(requirements).forEach(console.out()::println);
            }
        }
        return ExitCode.OK;
    }
}
