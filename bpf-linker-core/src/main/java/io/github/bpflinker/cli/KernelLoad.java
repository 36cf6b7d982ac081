package io.github.bpflinker.cli;

import io.github.bpflinker.machine.KernelMatrix;
import io.github.bpflinker.machine.MachineException;
import io.github.bpflinker.report.KernelMatrixText;
import io.github.bpflinker.text.Printable;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Loads objects into other kernels, in virtual machines, and prints a table of programs and kernels. */
final class KernelLoad {

    private final List<Path> images;
    private final boolean json;

    /** @param images the paths of kernel images or of folders with one */
    KernelLoad(List<String> images, boolean json) {
        this.images = images.stream().map(Path::of).toList();
        this.json = json;
    }

    int run(List<String> files, Console console) {
        Map<String, byte[]> objects = new LinkedHashMap<>();
        for (String file : files) {
            ByteBuffer content = FileContent.read(Path.of(file));
            byte[] bytes = new byte[content.remaining()];
            content.get(bytes);
            objects.put(name(file, files), bytes);
        }
        try {
            return report(KernelMatrix.load(images, objects), console);
        } catch (MachineException e) {
            console.err().println("Error: " + Printable.line(String.valueOf(e.getMessage())));
            return ExitCode.FAILED;
        }
    }

    /** The name of a file without its folder, unless another one has the same. */
    private static String name(String file, List<String> files) {
        String name = last(file);
        boolean unique = files.stream()
                .filter(other -> !other.equals(file))
                .map(KernelLoad::last)
                .noneMatch(name::equals);
        return unique ? name : file;
    }

    private static String last(String file) {
        return String.valueOf(Path.of(file).getFileName());
    }

    int report(KernelMatrix matrix, Console console) {
        if (json) {
            console.out().println(matrix.toJson());
        } else {
            KernelMatrixText.table(matrix).forEach(console.out()::println);
            matrix.refusals().forEach(refusal -> console.out().println(KernelMatrixText.line(refusal)));
        }
        return matrix.isAccepted() ? ExitCode.OK : ExitCode.FAILED;
    }
}
