package io.github.bpflinker.cli;

import io.github.bpflinker.llvm.locate.CacheFolder;
import io.github.bpflinker.llvm.locate.LlvmEnvironment;
import io.github.bpflinker.machine.KernelImage;
import io.github.bpflinker.machine.KernelMatrix;
import io.github.bpflinker.machine.MachineException;
import io.github.bpflinker.machine.VirtualMachine;
import io.github.bpflinker.report.TextTable;
import io.github.bpflinker.text.Printable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Loads objects into other kernels, in virtual machines, and prints a table of programs and kernels. */
final class KernelLoad {

    private static final long LIMIT_SECONDS = 600;

    private final List<String> images;
    private final boolean json;

    /** @param images the paths of kernel images or of folders with one */
    KernelLoad(List<String> images, boolean json) {
        this.images = List.copyOf(images);
        this.json = json;
    }

    int run(List<String> files, Console console) {
        Map<String, byte[]> objects = new LinkedHashMap<>();
        for (String file : files) {
            String name = String.valueOf(Path.of(file).getFileName()).replaceAll("[^0-9A-Za-z._+-]", "_");
            ByteBuffer content = FileContent.read(Path.of(file));
            byte[] bytes = new byte[content.remaining()];
            content.get(bytes);
            if (objects.put(name, bytes) != null) {
                console.err().println("Error: two of the files are named " + name + "; load them one after the other");
                return ExitCode.FAILED;
            }
        }
        try {
            Path cache = CacheFolder.of(LlvmEnvironment.ofSystem()).folder("kernels");
            VirtualMachine machine = new VirtualMachine(cache, LIMIT_SECONDS);
            List<KernelImage> kernels =
                    images.stream().map(image -> KernelImage.of(Path.of(image))).toList();
            KernelMatrix matrix = KernelMatrix.of(machine, kernels, objects);
            print(matrix, console);
            return matrix.isAccepted() ? ExitCode.OK : ExitCode.FAILED;
        } catch (MachineException e) {
            console.err().println("Error: " + Printable.line(String.valueOf(e.getMessage())));
            return ExitCode.FAILED;
        } catch (IOException e) {
            console.err().println("Error: the cache can't be used: " + Printable.line(String.valueOf(e.getMessage())));
            return ExitCode.FAILED;
        }
    }

    private void print(KernelMatrix matrix, Console console) {
        if (json) {
            console.out().println(matrix.toJson());
            return;
        }
        List<String> headings = new ArrayList<>(List.of("PROGRAM"));
        matrix.columns().forEach(column -> headings.add(column.release()));
        TextTable table = new TextTable(headings.toArray(new String[0]));
        for (String row : matrix.rows()) {
            List<String> cells = new ArrayList<>(List.of(row));
            matrix.columns().forEach(column -> cells.add(KernelMatrix.cell(column, row)));
            table.row(cells.toArray(new String[0]));
        }
        table.print(console.out(), "");
        for (KernelMatrix.Refusal refusal : matrix.refusals()) {
            String program = refusal.program().isEmpty() ? "" : ", program " + refusal.program();
            console.out()
                    .println(Printable.line(
                            refusal.place().map(place -> place + ": ").orElse("") + "Linux "
                                    + refusal.release() + " refuses " + refusal.object() + program + ": "
                                    + refusal.message()));
        }
    }
}
