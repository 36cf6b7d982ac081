package io.github.bpflinker.link.pass;

import io.github.bpflinker.diagnostic.SourceLocation;
import io.github.bpflinker.llvm.BasicBlock;
import io.github.bpflinker.llvm.Function;
import io.github.bpflinker.llvm.IrInstruction;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the loops of a function by depth-first search: an edge to a block on the current path closes a loop. */
final class BackEdges {

    private BackEdges() {}

    /**
     * An edge that closes a loop.
     *
     * @param from the block that jumps back
     * @param to the header of the loop
     */
    record BackEdge(BasicBlock from, BasicBlock to) {

        /** The source line of the loop, if debug information has one. */
        Optional<SourceLocation> location() {
            return Stream.of(Stream.of(from.terminator()), to.instructions().stream(), from.instructions().stream())
                    .flatMap(instructions -> instructions)
                    .map(IrInstruction::location)
                    .flatMap(Optional::stream)
                    .findFirst();
        }

        /** The reason for which LLVM could not unroll it. */
        String reason() {
            boolean endless = from.successors().size() == 1 && from.equals(to);
            if (endless) {
                return "it never ends";
            }
            long rounds = Stream.of(from, to)
                    .mapToLong(block -> block.terminator().comparedConstant())
                    .max()
                    .orElse(0);
            return rounds * from.instructions().size() > UnrollLoops.LONGEST
                    ? "its count goes to " + rounds + ", and unrolled it would be longer than " + UnrollLoops.LONGEST
                            + " instructions"
                    : "LLVM can't determine a bound for its number of iterations";
        }
    }

    static List<BackEdge> of(Function function) {
        List<BackEdge> found = new ArrayList<>();
        List<BasicBlock> blocks = function.blocks();
        if (blocks.isEmpty()) {
            return found;
        }
        Set<BasicBlock> seen = new HashSet<>();
        Set<BasicBlock> onPath = new HashSet<>();
        Deque<Visit> open = new ArrayDeque<>();
        open.push(new Visit(blocks.get(0)));
        seen.add(blocks.get(0));
        onPath.add(blocks.get(0));
        while (!open.isEmpty()) {
            Visit visit = open.element();
            BasicBlock next = visit.successors.pollFirst();
            if (next == null) {
                onPath.remove(visit.block);
                open.pop();
            } else if (onPath.contains(next)) {
                found.add(new BackEdge(visit.block, next));
            } else if (seen.add(next)) {
                onPath.add(next);
                open.push(new Visit(next));
            }
        }
        return found;
    }

    private static final class Visit {
        private final BasicBlock block;
        private final Deque<BasicBlock> successors;

        Visit(BasicBlock block) {
            this.block = block;
            this.successors = new ArrayDeque<>(block.successors());
        }
    }
}
