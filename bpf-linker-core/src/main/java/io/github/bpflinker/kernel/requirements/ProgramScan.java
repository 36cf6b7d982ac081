package io.github.bpflinker.kernel.requirements;

import io.github.bpflinker.diagnostic.Remedy;
import io.github.bpflinker.elf.BpfFunction;
import io.github.bpflinker.elf.OptionalSection;
import io.github.bpflinker.kernel.requirements.KernelRequirement.Need;
import io.github.bpflinker.kernel.table.Feature;
import io.github.bpflinker.kernel.table.KernelFacts;
import io.github.bpflinker.kernel.table.ProgramSection;
import io.github.bpflinker.kernel.table.Targets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Collects the requirements of a program with all functions that it uses: type, target, size, helpers, maps. */
final class ProgramScan {

    private final KernelFacts facts = KernelFacts.get();
    private final ObjectCallGraph graph;
    private final FunctionFacts functions;
    private final SourceLines lines;
    private final Need need;
    private final Consumer<KernelRequirement> found;

    /** @param need the need of everything that concerns the program as a whole */
    ProgramScan(
            ObjectCallGraph graph,
            FunctionFacts functions,
            SourceLines lines,
            Need need,
            Consumer<KernelRequirement> found) {
        this.graph = graph;
        this.functions = functions;
        this.lines = lines;
        this.need = need;
        this.found = found;
    }

    void scan(BpfFunction program) {
        UseSite place = lines.place(program, program.offset());
        Optional<ProgramSection> section =
                program.role() == BpfFunction.Role.PROGRAM ? section(program, place) : Optional.empty();
        Set<BpfFunction> all = graph.reachableFrom(List.of(program));
        long instructions = all.stream().mapToLong(BpfFunction::instructions).sum();
        facts.limit("instructions", instructions).ifPresent(limit -> report(limit, place));
        facts.limit("subprograms", all.size()).ifPresent(limit -> report(limit, place));
        scanMaps(all);
        if (all.size() > 1) {
            scanTailCalls(all);
        }
        section.ifPresent(s -> new HelperScan(functions, need, found)
                .scan(
                        s,
                        OptionalSection.withoutMark(program.section().name()),
                        all,
                        graph.certainFrom(List.of(program))));
        new StackScan(graph, functions, feature -> report(feature, place))
                .scan(program, section.filter(ProgramSection::hasPrivateStack).isPresent());
    }

    private Optional<ProgramSection> section(BpfFunction program, UseSite place) {
        String asked = OptionalSection.withoutMark(program.section().name());
        Optional<ProgramSection> section = facts.section(asked);
        if (section.isEmpty()) {
            // Kernels do not see the names of sections.
            report(Feature.unknown(Feature.Kind.LOADER, asked), place);
            return section;
        }
        ProgramSection definition = section.get();
        report(definition.loading(), place);
        if (!definition.feature().releases().equals(definition.loads())) {
            Need attaching = need == Need.KERNEL ? Need.ATTACHING : need;
            found.accept(new KernelRequirement(definition.feature(), attaching, place));
        }
        Targets.of(definition, asked).ifPresent(target -> report(target, place));
        return section;
    }

    private void scanMaps(Set<BpfFunction> all) {
        Map<String, UseSite> maps = new LinkedHashMap<>();
        for (BpfFunction function : all) {
            functions.maps(function).forEach(maps::putIfAbsent);
        }
        Optional<Feature> limit = facts.limit("used-maps", maps.size());
        if (limit.isPresent()) {
            // The last one is the first too many.
            List<UseSite> places = List.copyOf(maps.values());
            report(limit.get(), places.get(places.size() - 1));
        }
    }

    private void scanTailCalls(Set<BpfFunction> all) {
        for (BpfFunction function : all) {
            @Nullable UseSite tailCall = functions.tailCall(function);
            if (tailCall != null) {
                report(facts.code("tail-call-beside-call"), tailCall);
            }
        }
    }

    private void report(Feature feature, UseSite place) {
        found.accept(new KernelRequirement(feature, need, place));
    }

    /** A feature that no kernel has. */
    static Feature recursion() {
        return Feature.ofNoKernel(Feature.Kind.LIMIT, "recursion", Remedy.of(Remedy.Action.NO_RECURSION));
    }
}
