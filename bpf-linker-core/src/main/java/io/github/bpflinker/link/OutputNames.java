package io.github.bpflinker.link;

import io.github.bpflinker.option.LinkOption;
import io.github.bpflinker.diagnostic.Diagnostic;
import io.github.bpflinker.diagnostic.LinkException;
import io.github.bpflinker.diagnostic.Problem;
import io.github.bpflinker.link.emit.OutputDestination;
import io.github.bpflinker.option.OutputKind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which kinds of output a request writes, and to which files. */
final class OutputNames {

    private OutputNames() {}

    /**
     * The kinds; a relocatable link gives bitcode, or IR text where that is asked for. A further kind whose name beside
     * the output would be the output's own is none of them: of {@code -o out.s --emit=obj --emit=asm}, as builds for
     * bpf-linker have it, the first counts.
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

    /** The first kind goes to the output itself, the others beside it with their own suffixes. */
    static Optional<Path> file(LinkRequest request, OutputKind kind) {
        return request.output().map(output -> kind == wanted(request).get(0) ? output : beside(output, kind));
    }

    private static Path beside(Path output, OutputKind kind) {
        String name = String.valueOf(output.getFileName());
        int dot = name.lastIndexOf('.');
        return output.resolveSibling((dot <= 0 ? name : name.substring(0, dot)) + "." + kind.suffix());
    }

    /** Every file that a link writes: outputs, link map and dumps. */
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
     * Checks that nothing is written over something else of the same link, by whatever names and links.
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
