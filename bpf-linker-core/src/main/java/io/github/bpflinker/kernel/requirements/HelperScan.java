package io.github.bpflinker.kernel.requirements;

import io.github.bpflinker.elf.BpfFunction;
import io.github.bpflinker.kernel.requirements.KernelRequirement.Need;
import io.github.bpflinker.kernel.table.Feature;
import io.github.bpflinker.kernel.table.HelperTypes;
import io.github.bpflinker.kernel.table.KernelFacts;
import io.github.bpflinker.kernel.table.ProgramSection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Finds calls of helpers that are not available to the program's type, or only in newer kernels. */
final class HelperScan {

    private record Call(Feature helper, UseSite place) {}

    private final Map<BpfFunction, List<Call>> calls = new HashMap<>();
    private final Set<String> reported = new HashSet<>();

    /** Records a call. */
    void add(BpfFunction function, Feature helper, UseSite place) {
        calls.computeIfAbsent(function, f -> new ArrayList<>()).add(new Call(helper, place));
    }

    /** Checks the calls in a program and in the functions that it uses. */
    void scan(BpfFunction program, ObjectCallGraph graph, Consumer<KernelRequirement> found) {
        Optional<ProgramSection> section = program.role() == BpfFunction.Role.PROGRAM
                ? KernelFacts.get().section(program.section().name())
                : Optional.empty();
        if (section.isEmpty()) {
            return;
        }
        for (BpfFunction function : graph.reachableFrom(program)) {
            for (Call call : calls.getOrDefault(function, List.of())) {
                HelperTypes.get()
                        .use(section.get(), call.helper())
                        .filter(feature -> reported.add(feature.name() + call.place()))
                        .ifPresent(feature -> found.accept(new KernelRequirement(feature, Need.KERNEL, call.place())));
            }
        }
    }
}
