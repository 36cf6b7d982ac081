package io.github.bpflinker.cli;

import io.github.bpflinker.diagnostic.DiagnosticText;
import io.github.bpflinker.input.Input;
import io.github.bpflinker.input.InputReader;
import io.github.bpflinker.llvm.locate.InputRequirement;
import io.github.bpflinker.llvm.locate.InputRequirements;
import io.github.bpflinker.llvm.locate.LlvmInstallation;
import io.github.bpflinker.llvm.locate.LlvmLocator;
import io.github.bpflinker.llvm.locate.SelectedLlvm;
import io.github.bpflinker.option.RequestedLlvm;
import io.github.bpflinker.report.TextTable;
import io.github.bpflinker.text.Printable;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The command {@code llvm}: lists the LLVMs found and the one that a link would use. */
final class LlvmCommand implements Subcommand {

    private static SubcommandLine newLine() {
        return new SubcommandLine("llvm", "Lists every LLVM found, and the one that a link of the INPUTs would use.")
                .value("--llvm", "WHICH", "As for a link: auto (default), embedded, rustc, system, or a path.")
                .files("INPUT", "0..*", "Bitcode, objects, archives.");
    }

    @Override
    public int run(List<String> arguments, Console console) {
        Optional<SubcommandLine.Parsed> parsed = newLine().parse(arguments, console);
        if (parsed.isEmpty()) {
            return ExitCode.OK;
        }
        RequestedLlvm choice =
                parsed.get().value("--llvm").map(RequestedLlvm::parse).orElse(RequestedLlvm.AUTO);
        List<InputRequirement> requirements = InputRequirements.of(parsed.get().files().stream()
                .map(file -> InputReader.read(Input.of(Path.of(file))))
                .toList());
        LlvmLocator locator = LlvmLocator.ofSystem();
        printFound(locator.findAll(), console.out());
        printProducers(requirements, console.out());
        SelectedLlvm selection = locator.select(choice, requirements);
        selection.warnings().forEach(warning -> console.err().println(DiagnosticText.line(warning)));
        console.out()
                .println(Printable.line(
                        choice.optionName() + " takes " + selection.chosen().describe()));
        return ExitCode.OK;
    }

    private static void printFound(List<LlvmInstallation> found, PrintStream out) {
        TextTable table = new TextTable("PROVIDER", "VERSION", "USABLE", "LIBRARY");
        for (LlvmInstallation llvm : found) {
            table.row(
                    llvm.provider().optionName(),
                    llvm.version().map(Object::toString).orElse("?"),
                    llvm.isUsable() ? "yes" : "no",
                    llvm.library()
                            + llvm.unusable().map(reason -> " (" + reason + ")").orElse(""));
        }
        if (!table.isEmpty()) {
            table.print(out, "");
            out.println();
        }
    }

    /** Prints one line for each producer, because an archive can have hundreds of members of the same one. */
    private static void printProducers(List<InputRequirement> requirements, PrintStream out) {
        Map<String, String> firstOf = new TreeMap<>();
        Map<String, Integer> countOf = new TreeMap<>();
        for (InputRequirement requirement : requirements) {
            String producer = requirement.producerText().isEmpty() ? "no producer" : requirement.producerText();
            firstOf.putIfAbsent(producer, requirement.input());
            countOf.merge(producer, 1, Integer::sum);
        }
        firstOf.forEach((producer, first) -> {
            int others = countOf.getOrDefault(producer, 1) - 1;
            out.println(Printable.line(first + (others == 0 ? "" : " and " + others + " more") + ": " + producer));
        });
    }
}
