package io.github.bpflinker.cli;

import io.github.bpflinker.elf.BpfObject;
import io.github.bpflinker.json.JsonValue;
import io.github.bpflinker.load.verify.LoadResult;
import io.github.bpflinker.load.verify.TrialLoader;
import io.github.bpflinker.load.verify.Verification;
import io.github.bpflinker.report.LoadJson;
import io.github.bpflinker.report.VerificationText;
import io.github.bpflinker.text.Printable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The command {@code load}: verifies objects with the running kernel, or with {@code --pin} loads and pins them. */
final class LoadCommand extends KernelCommand {

    private static final String COMMAND = "bpf-linker load";

    private final TrialLoader kernel;

    LoadCommand(TrialLoader kernel) {
        this.kernel = kernel;
    }

    private static SubcommandLine newLine() {
        return new SubcommandLine(
                        "load",
                        "Loads the programs of BPF objects into the running kernel and unloads them again, and"
                                + " reports whether it accepts them. Requires root, or CAP_BPF with CAP_PERFMON or"
                                + " CAP_NET_ADMIN, depending on the programs. No map is pinned or shared with an"
                                + " application; programs whose section begins with ? are verified separately and ignored."
                                + " With --pin they stay loaded instead.")
                .flag("--required", "Fail if verification is not possible, instead of skipping it.")
                .flag("--json", "Print JSON.")
                .value(
                        "--pin",
                        "DIR",
                        "Keep the programs loaded: pin programs and maps in this folder of a BPF file system, in a"
                                + " subfolder for each of several FILEs; maps that are pinned by name at their"
                                + " usual path. A FILE is pinned completely or not at all.")
                .values(
                        "--kernel-image",
                        "FILE",
                        "Load into these kernels instead of the running one, each booted under qemu: vmlinuz or"
                                + " bzImage files, or folders with one, such as unpacked packages; separated by commas."
                                + " Needs qemu, busybox and a JDK, but neither root nor KVM.")
                .files("FILE", "1..*", "The objects.");
    }

    @Override
    int execute(List<String> arguments, Console console) {
        Optional<SubcommandLine.Parsed> parsed = newLine().parse(arguments, console);
        if (parsed.isEmpty()) {
            return ExitCode.OK;
        }
        Optional<String> pin = parsed.get().value("--pin");
        boolean json = parsed.get().has("--json");
        List<String> images = parsed.get().values("--kernel-image");
        if (!images.isEmpty()) {
            if (pin.isPresent()) {
                throw new UsageException(
                        "--pin can't be used with --kernel-image: nothing outlives the virtual machine", COMMAND);
            }
            if (parsed.get().has("--required")) {
                throw new UsageException(
                        "--required can't be used with --kernel-image, which never skips verification", COMMAND);
            }
            return new KernelLoad(images, json).run(parsed.get().files(), console);
        }
        return pin.isPresent()
                ? new PinnedLoad(Path.of(pin.get()), json).run(parsed.get().files(), console)
                : tryAll(parsed.get(), json, console);
    }

    private int tryAll(SubcommandLine.Parsed parsed, boolean json, Console console) {
        int exitCode = ExitCode.OK;
        List<JsonValue> values = new ArrayList<>();
        for (String name : parsed.files()) {
            BpfObject object = BpfObject.read(name, FileContent.read(Path.of(name)));
            Verification verification = Verification.of(object, kernel);
            if (json) {
                values.add(LoadJson.of(name, verification));
            } else {
                VerificationText.lines(name, verification)
                        .forEach(line -> console.out().println(Printable.line(line)));
                VerificationText.table(verification).print(console.out(), "  ");
            }
            boolean skipped = verification.result() instanceof LoadResult.Skipped;
            if (skipped ? parsed.has("--required") : !verification.isAccepted()) {
                exitCode = ExitCode.FAILED;
            }
        }
        if (json) {
            console.out().println(JsonValue.of(values));
        }
        return exitCode;
    }
}
