package io.github.bpflinker.cli;

import io.github.bpflinker.btf.KernelBtfName;
import io.github.bpflinker.elf.BpfObject;
import io.github.bpflinker.load.bind.CorePreview;
import io.github.bpflinker.load.core.IndexedTypes;
import io.github.bpflinker.load.host.KernelAbilities;
import io.github.bpflinker.load.plan.PlanException;
import io.github.bpflinker.load.plan.PlanOptions;
import io.github.bpflinker.load.plan.Planner;
import io.github.bpflinker.report.CorePreviewJson;
import io.github.bpflinker.report.CorePreviewText;
import io.github.bpflinker.text.Printable;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The command {@code core}: shows what CO-RE relocations of objects become on other kernels. */
final class CoreCommand implements Subcommand {

    private static SubcommandLine newLine() {
        return new SubcommandLine(
                        "core",
                        "Shows the result of each CO-RE relocation of BPF objects on each of several kernels, or what"
                                + " the kernel lacks, without loading anything. Fails if an object can't be loaded into"
                                + " one of them because of a relocation. Types of kernel modules are not considered.")
                .list(
                        "--against",
                        "BTF",
                        "The types of each kernel: vmlinux, or a file with its BTF. By default the running kernel's.")
                .flag("--json", "Print one JSON object a line instead, for each FILE.")
                .files("FILE", "1..*", "The objects.");
    }

    @Override
    public int run(List<String> arguments, Console console) {
        Optional<SubcommandLine.Parsed> parsed = newLine().parse(arguments, console);
        if (parsed.isEmpty()) {
            return ExitCode.OK;
        }
        List<String> given = parsed.get().values("--against");
        List<String> kernels = given.isEmpty() ? List.of(KernelAbilities.KERNEL_BTF.toString()) : given;
        List<IndexedTypes> types = kernels.stream()
                .map(kernel -> IndexedTypes.read(Path.of(kernel)))
                .toList();
        int exitCode = ExitCode.OK;
        for (String name : parsed.get().files()) {
            BpfObject object = BpfObject.read(name, FileContent.read(Path.of(name)));
            try {
                CorePreview preview = CorePreview.of(Planner.plan(object, PlanOptions.none()), types);
                if (parsed.get().has("--json")) {
                    console.out().println(CorePreviewJson.of(name, kernels, preview));
                } else {
                    List<String> names = kernels.stream()
                            .map(kernel -> KernelBtfName.of(Path.of(kernel)))
                            .toList();
                    CorePreviewText.lines(name, names, preview).forEach(console.out()::println);
                }
                exitCode = preview.hasErrors() ? ExitCode.FAILED : exitCode;
            } catch (PlanException e) {
                console.err().println("Error: " + Printable.line(String.valueOf(e.getMessage())));
                exitCode = ExitCode.FAILED;
            }
        }
        return exitCode;
    }
}
