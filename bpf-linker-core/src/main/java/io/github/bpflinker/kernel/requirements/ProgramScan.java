package io.github.bpflinker.kernel.requirements;

import io.github.bpflinker.diagnostic.Remedy;
import io.github.bpflinker.elf.BpfFunction;
import io.github.bpflinker.kernel.requirements.KernelRequirement.Need;
import io.github.bpflinker.kernel.table.Feature;
import io.github.bpflinker.kernel.table.KernelFacts;
import io.github.bpflinker.kernel.table.ProgramSection;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Collects the requirements of a program with all functions that it uses: type, size, stack. */
final class ProgramScan {

    private final KernelFacts facts = KernelFacts.get();
    private final ObjectCallGraph graph;
    private final Map<BpfFunction, Long> frames;
    private final Map<BpfFunction, UseSite> tailCalls;
    private final SourceLines lines;
    private final Consumer<KernelRequirement> found;

    ProgramScan(
            ObjectCallGraph graph,
            Map<BpfFunction, Long> frames,
            Map<BpfFunction, UseSite> tailCalls,
            SourceLines lines,
            Consumer<KernelRequirement> found) {
        this.graph = graph;
        this.frames = frames;
        this.tailCalls = tailCalls;
        this.lines = lines;
        this.found = found;
    }

    void scan(BpfFunction program) {
        UseSite place = new UseSite(
                program.name(),
                program.section().name(),
                OptionalLong.of(program.offset()),
                lines.at(program, program.offset()));
        Optional<ProgramSection> section = program.role() == BpfFunction.Role.PROGRAM
                ? facts.section(program.section().name())
                : Optional.empty();
        section.ifPresent(s -> report(s.feature(), place));
        Set<BpfFunction> all = graph.reachableFrom(program);
        long instructions = all.stream().mapToLong(BpfFunction::instructions).sum();
        facts.limit("instructions", instructions).ifPresent(limit -> report(limit, place));
        if (all.size() > 1) {
            for (BpfFunction function : all) {
                @Nullable UseSite tailCall = tailCalls.get(function);
                if (tailCall != null) {
                    report(facts.code("tail-call-beside-call"), tailCall);
                }
            }
        }
        scanStack(program, section, place);
    }

    private void scanStack(BpfFunction program, Optional<ProgramSection> section, UseSite place) {
        ObjectCallGraph.Deepest deepest = new ObjectCallGraph.Deepest(graph, frames);
        ObjectCallGraph.Chain chain = deepest.from(program);
        if (deepest.isRecursive()) {
            report(Feature.ofNoKernel(Feature.Kind.LIMIT, "recursion", Remedy.of(Remedy.Action.NO_RECURSION)), place);
            return;
        }
        facts.limit("call-depth", chain.calls()).ifPresent(limit -> report(limit, place));
        long largest = graph.reachableFrom(program).stream()
                .mapToLong(function -> frames.getOrDefault(function, 0L))
                .max()
                .orElse(0);
        boolean own = section.filter(ProgramSection::hasPrivateStack).isPresent();
        facts.stack(largest, chain.stack(), own).ifPresent(limit -> report(limit, place));
    }

    private void report(Feature feature, UseSite place) {
        found.accept(new KernelRequirement(feature, Need.KERNEL, place));
    }
}
