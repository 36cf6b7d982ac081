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
 * Keeps the CO-RE relocations of modules apart that are to be merged. What stands for one is named after its type, and
 * each file may have a type of its own under that name, such as a {@code struct task_struct} of the fields that it uses:
 * merged by name, all files would read the fields of the first.
 */
final class CoreRelocations {

    private int lastNumber = -1;

    private CoreRelocations() {}

    /** Gives those of each module names that no other module has. */
    static void keepApart(List<OpenModule> modules, TargetMachine machine) {
        CoreRelocations relocations = new CoreRelocations();
        for (OpenModule module : modules) {
            switch (module.symbols().core()) {
                case VARIABLES -> CoreVariables.number(module.module(), relocations.next());
                case INTRINSICS -> relocations.lower(module, machine);
                case NONE -> {
                    // Nothing to keep apart.
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
