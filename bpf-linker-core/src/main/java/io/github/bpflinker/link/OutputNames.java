package io.github.bpflinker.link;

import io.github.bpflinker.Diagnostic;
import io.github.bpflinker.LinkException;
import io.github.bpflinker.OutputKind;
import io.github.bpflinker.Problem;
import io.github.bpflinker.link.LinkRequest.Switch;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Which kinds of output a request writes, and to which files. */
final class OutputNames {

    private OutputNames() {}

    /** The kinds; a relocatable link gives bitcode, or IR text where that is asked for. */
    static List<OutputKind> kinds(LinkRequest request) {
        if (!request.has(Switch.RELOCATABLE)) {
            return request.emit();
        }
        return request.emit().stream()
                .map(kind -> kind == OutputKind.LLVM_IR ? kind : OutputKind.LLVM_BC)
                .distinct()
                .toList();
    }

    /** The first kind goes to the output itself, the others beside it with their own suffixes. */
    static Optional<Path> file(LinkRequest request, OutputKind kind) {
        return request.output().map(output -> {
            if (kind == kinds(request).get(0)) {
                return output;
            }
            String name = String.valueOf(output.getFileName());
            int dot = name.lastIndexOf('.');
            return output.resolveSibling((dot <= 0 ? name : name.substring(0, dot)) + "." + kind.suffix());
        });
    }

    /**
     * Checks that nothing is written over something else of the same link.
     *
     * @throws LinkException {@link Problem#OUTPUT_TWICE}
     */
    static void check(LinkRequest request) {
        Set<Path> seen = new HashSet<>();
        Stream<Path> outputs = kinds(request).stream().flatMap(kind -> file(request, kind).stream());
        Stream.concat(outputs, request.linkMap().stream())
                .filter(file -> !seen.add(file.toAbsolutePath().normalize()))
                .findFirst()
                .ifPresent(file -> {
                    throw new LinkException(
                            Diagnostic.error(Problem.OUTPUT_TWICE).withInput(file.toString()));
                });
    }
}
