package io.github.bpflinker.kernel.verifier;

import io.github.bpflinker.diagnostic.SourceLocation;
import io.github.bpflinker.elf.BpfFunction;
import io.github.bpflinker.elf.BpfObject;
import io.github.bpflinker.kernel.code.ControlFlow;
import io.github.bpflinker.kernel.requirements.ProgramLayout;
import io.github.bpflinker.kernel.requirements.UseSite;
import java.util.Optional;

/** Finds loops in a program and the functions that it uses. */
final class LoopSearch {

    private LoopSearch() {}

    /** Whether the program has a loop. */
    static boolean hasLoop(ProgramLayout layout, BpfObject object) {
        return layout.functions().stream()
                .anyMatch(function ->
                        !new ControlFlow(object.code(function)).backEdges().isEmpty());
    }

    /** The source line of the jump that closes the first loop. */
    static Optional<SourceLocation> firstIn(ProgramLayout layout, BpfObject object) {
        long start = 0;
        for (BpfFunction function : layout.functions()) {
            for (ControlFlow.BackEdge edge : new ControlFlow(object.code(function)).backEdges()) {
                Optional<SourceLocation> line = layout.at(start + edge.from()).map(UseSite::location);
                if (line.isPresent()) {
                    return line;
                }
            }
            start += function.instructions();
        }
        return Optional.empty();
    }
}
