package io.github.bpflinker.cli;

import io.github.bpflinker.btf.Btf;
import io.github.bpflinker.btf.BtfFile;
import io.github.bpflinker.btf.BtfWriter;
import io.github.bpflinker.btf.KernelBtfName;
import io.github.bpflinker.elf.BpfObject;
import io.github.bpflinker.elf.ElfFile;
import io.github.bpflinker.file.SameFile;
import io.github.bpflinker.link.emit.AtomicOutputFiles;
import io.github.bpflinker.load.bind.MinimalBtf;
import io.github.bpflinker.load.plan.LoadPlan;
import io.github.bpflinker.load.plan.PlanException;
import io.github.bpflinker.load.plan.PlanOptions;
import io.github.bpflinker.load.plan.Planner;
import io.github.bpflinker.text.Printable;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The command {@code btf-min}: writes the types of kernels that objects need. */
final class BtfMinCommand implements Subcommand {

    private static SubcommandLine newLine() {
        return new SubcommandLine(
                        "btf-min",
                        "Writes the BTF of kernels reduced to what the CO-RE relocations of BPF objects need, for"
                                + " machines whose kernel has none; a loader gets it as btf_custom_path (libbpf) or"
                                + " BpfLoader.kernelTypes. Ids of kernel types (bpf_core_type_id_kernel) are not those"
                                + " of the kernel.")
                .value("--output", "DIR", "The folder for a file NAME.btf for each NAME of a kernel.", "-o")
                .files(
                        "FILE",
                        "2..*",
                        "BPF objects, and files with the BTF of a kernel: vmlinux, or nothing but BTF; named by the"
                                + " release of the kernel (uname -r), such as 6.1.0-26-amd64.btf.");
    }

    @Override
    public int run(List<String> arguments, Console console) {
        Optional<SubcommandLine.Parsed> parsed = newLine().parse(arguments, console);
        if (parsed.isEmpty()) {
            return ExitCode.OK;
        }
        Path folder = Path.of(parsed.get()
                .value("--output")
                .orElseThrow(() -> wrong("the folder for the output is missing: --output DIR")));
        List<LoadPlan> objects = new ArrayList<>();
        List<Kernel> kernels = new ArrayList<>();
        try {
            for (String name : parsed.get().files()) {
                ByteBuffer content = FileContent.read(Path.of(name));
                if (isObject(name, content)) {
                    objects.add(Planner.plan(BpfObject.read(name, content), PlanOptions.none()));
                } else {
                    kernels.add(new Kernel(Path.of(name), content));
                }
            }
        } catch (PlanException e) {
            console.err().println("Error: " + Printable.line(String.valueOf(e.getMessage())));
            return ExitCode.FAILED;
        }
        if (objects.isEmpty() || kernels.isEmpty()) {
            throw wrong("the FILEs have no " + (objects.isEmpty() ? "BPF object" : "BTF of a kernel"));
        }
        write(folder, kernels, objects);
        return ExitCode.OK;
    }

    private record Kernel(Path file, ByteBuffer content) {

        String name() {
            return KernelBtfName.of(file);
        }
    }

    private static boolean isObject(String name, ByteBuffer content) {
        return ElfFile.startsLikeElf(content) && ElfFile.read(name, content).machine() == ElfFile.EM_BPF;
    }

    private static void write(Path folder, List<Kernel> kernels, List<LoadPlan> objects) {
        Map<Path, ByteBuffer> outputs = new LinkedHashMap<>();
        for (Kernel kernel : kernels) {
            Btf all = BtfFile.read(kernel.file().toString(), kernel.content(), null)
                    .btf();
            Path output = folder.resolve(KernelBtfName.file(kernel.name()));
            ByteBuffer bytes = ByteBuffer.wrap(BtfWriter.write(MinimalBtf.of(all, objects)));
            if (outputs.put(output, bytes) != null) {
                throw wrong(
                        "two kernels are named '" + kernel.name() + "': name the files by the releases of the kernels");
            }
        }
        SameFile.checkOverwritten(kernels.stream().map(Kernel::file).toList(), List.copyOf(outputs.keySet()));
        AtomicOutputFiles.makeFolder(folder);
        AtomicOutputFiles.write(outputs);
    }

    private static UsageException wrong(String sentence) {
        return new UsageException(sentence, "bpf-linker btf-min");
    }
}
