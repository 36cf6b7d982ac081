package io.github.bpflinker.kernel.requirements;

import io.github.bpflinker.elf.BpfFunction;
import io.github.bpflinker.kernel.requirements.KernelRequirement.Need;
import io.github.bpflinker.kernel.table.HelperProgramTypes;
import io.github.bpflinker.kernel.table.HelperTargets;
import io.github.bpflinker.kernel.table.ProgramSection;
import java.util.Set;
import java.util.function.Consumer;

/** Finds calls of helpers that are not available to the program's type, or only in newer kernels. */
final class HelperScan {

    private final FunctionFacts functions;
    private final Need need;
    private final Consumer<KernelRequirement> found;

    HelperScan(FunctionFacts functions, Need need, Consumer<KernelRequirement> found) {
        this.functions = functions;
        this.need = need;
        this.found = found;
    }

    /**
     * Checks the calls in a program.
     *
     * @param section the definition of its section
     * @param name of its section
     * @param all the program and the functions that it uses
     * @param certain those of them that no check at load time can remove
     */
    void scan(ProgramSection section, String name, Set<BpfFunction> all, Set<BpfFunction> certain) {
        for (BpfFunction function : all) {
            for (FunctionFacts.HelperCall call : functions.helpers(function)) {
                boolean guarded = call.guarded() || !certain.contains(function);
                HelperProgramTypes.get()
                        .use(section, call.helper())
                        .or(() -> HelperTargets.use(section, name, call.helper()))
                        .ifPresent(feature -> found.accept(
                                new KernelRequirement(feature, guarded ? Need.GUARDED : need, call.place())));
            }
        }
    }
}
