package io.github.bpflinker.link.resolve;

import io.github.bpflinker.diagnostic.Diagnostic;
import io.github.bpflinker.diagnostic.LinkException;
import io.github.bpflinker.diagnostic.Problem;
import io.github.bpflinker.llvm.CoreIntrinsics;
import io.github.bpflinker.llvm.CoreVariables;
import io.github.bpflinker.llvm.LlvmError;
import io.github.bpflinker.llvm.TargetMachine;
import java.util.List;

/**
 * Makes the names of CO-RE relocations unique before modules are merged. The variables that represent them are named
 * after their types, and files can define different types of the same name, such as a {@code struct task_struct} with
 * only the fields that the file uses. Merging by name would give all files the relocations of the first.
 */
final class CoreRelocations {

    private int lastNumber = -1;

    private CoreRelocations() {}

    /** Renames the variables of each module. */
    static void keepApart(List<OpenModule> modules, TargetMachine machine) {
        CoreRelocations relocations = new CoreRelocations();
        for (OpenModule module : modules) {
            switch (module.symbols().core()) {
                case VARIABLES -> CoreVariables.number(module.module(), relocations.next());
                case INTRINSICS -> relocations.lower(module, machine);
                case NONE -> {
                    // No conflicts are possible.
                }
            }
        }
    }

    private void lower(OpenModule module, TargetMachine machine) {
        try {
            CoreIntrinsics.lower(module.module(), machine, this::next);
        } catch (LlvmError e) {
            throw new LinkException(
                    Diagnostic.error(Problem.INTERNAL).withInput(module.name()).withDetail(e.text()), e);
        }
    }

    private int next() {
        return ++lastNumber;
    }
}
