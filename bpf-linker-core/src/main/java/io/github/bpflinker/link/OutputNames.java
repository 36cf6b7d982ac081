package io.github.bpflinker.link;

import io.github.bpflinker.diagnostic.Diagnostic;
import io.github.bpflinker.diagnostic.LinkException;
import io.github.bpflinker.diagnostic.Problem;
import io.github.bpflinker.link.emit.OutputDestination;
import io.github.bpflinker.option.LinkOption;
import io.github.bpflinker.option.OutputKind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Determines the kinds of output of a request and their files. */
final class OutputNames {

    private OutputNames() {}

    /**
     * The kinds of output. A relocatable link writes bitcode, or IR text if requested. A further kind whose file would
     * be the output itself is omitted: for {@code -o out.s --emit=obj --emit=asm}, as in builds for bpf-linker, only
     * the first is written.
     */
    static List<OutputKind> kinds(LinkRequest request) {
        List<OutputKind> wanted = wanted(request);
        return wanted.stream()
                .filter(kind -> kind == wanted.get(0)
                        || request.output()
                                .filter(output -> output.equals(beside(output, kind)))
                                .isEmpty())
                .toList();
    }

    private static List<OutputKind> wanted(LinkRequest request) {
        if (!request.has(LinkOption.RELOCATABLE)) {
            return request.emit().stream().distinct().toList();
        }
        return request.emit().stream()
                .map(kind -> kind == OutputKind.LLVM_IR ? kind : OutputKind.LLVM_BC)
                .distinct()
                .toList();
    }

    /** The file of a kind: the output for the first kind; for others, a file next to it with their own suffix. */
    static Optional<Path> file(LinkRequest request, OutputKind kind) {
        return request.output().map(output -> kind == wanted(request).get(0) ? output : beside(output, kind));
    }

    /** How messages name the object. */
    static String object(LinkRequest request) {
        return file(request, OutputKind.OBJ).map(Path::toString).orElse("the object");
    }

    private static Path beside(Path output, OutputKind kind) {
        String name = String.valueOf(output.getFileName());
        int dot = name.lastIndexOf('.');
        return output.resolveSibling((dot <= 0 ? name : name.substring(0, dot)) + "." + kind.suffix());
    }

    /** All files that a link writes: outputs, link map and dumps. */
    static List<Path> files(LinkRequest request) {
        List<Path> files = new ArrayList<>(outputs(request));
        files.addAll(request.dumpFiles());
        return files;
    }

    /** The outputs and the link map. */
    static List<Path> outputs(LinkRequest request) {
        List<Path> files = new ArrayList<>();
        kinds(request).forEach(kind -> file(request, kind).ifPresent(files::add));
        request.get(LinkOption.LINK_MAP).ifPresent(files::add);
        return files;
    }

    /**
     * Checks that the files are distinct, also through symbolic and hard links.
     *
     * @throws LinkException {@link Problem#OUTPUT_TWICE}
     */
    static void check(LinkRequest request) {
        List<Path> seen = new ArrayList<>();
        for (Path file : files(request)) {
            if (seen.stream().anyMatch(other -> OutputDestination.isSame(file, other))) {
                throw new LinkException(Diagnostic.error(Problem.OUTPUT_TWICE).withInput(file.toString()));
            }
            seen.add(file);
        }
    }
}
