package io.github.bpflinker.link.pass;

import io.github.bpflinker.diagnostic.Diagnostic;
import io.github.bpflinker.diagnostic.Problem;
import io.github.bpflinker.kernel.table.SectionNames;
import io.github.bpflinker.llvm.GlobalValue;
import io.github.bpflinker.llvm.IrInstruction;
import io.github.bpflinker.llvm.Module;
import java.util.ArrayList;
import java.util.List;

/** Finds maps, licenses and other variables in sections that loaders do not read. */
public final class DataSectionCheck {

    private DataSectionCheck() {}

    /**
     * Checks the variables of a module.
     *
     * @return an error for each variable that code uses, because loaders reject the object; a warning for each other
     *     one whose section has a name similar to a known one
     */
    public static List<Diagnostic> in(Module module) {
        List<Diagnostic> found = new ArrayList<>();
        for (GlobalValue value : module.globalValues()) {
            if (value.kind() == GlobalValue.Kind.VARIABLE
                    && value.isDefinition()
                    && Exports.isPlaced(value)
                    && !SectionNames.isData(value.section())) {
                check(value, found);
            }
        }
        return found;
    }

    private static void check(GlobalValue variable, List<Diagnostic> found) {
        List<String> nearest = SectionNames.nearestToData(variable.section());
        List<IrInstruction> uses = variable.usingInstructions();
        if (nearest.isEmpty() && uses.isEmpty()) {
            return;
        }
        Diagnostic start = uses.isEmpty()
                ? Diagnostic.warning(Problem.DATA_SECTION_UNKNOWN)
                : Diagnostic.error(Problem.DATA_SECTION_UNKNOWN)
                        .withFunction(uses.get(0).function().name());
        found.add(start.withSymbol(variable.name())
                .withDetail(variable.section())
                .withLocation(variable.location().orElse(null))
                .withRelated(nearest));
    }
}
