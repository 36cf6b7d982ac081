package io.github.bpflinker.cli;

import io.github.bpflinker.elf.BpfObject;
import io.github.bpflinker.report.ObjectJson;
import io.github.bpflinker.report.ObjectText;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The command {@code inspect}: shows the programs, maps and sections of objects. */
final class InspectCommand implements Subcommand {

    private static SubcommandLine newLine() {
        return new SubcommandLine("inspect", "Shows programs, maps and sections of BPF objects.")
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
            if (json) {
                console.out().println(ObjectJson.of(name, object));
            } else {
                ObjectText.print(name, object, console.out());
            }
        }
        return ExitCode.OK;
    }
}
