package io.github.bpflinker.link.pass;

import io.github.bpflinker.diagnostic.Diagnostic;
import io.github.bpflinker.diagnostic.Problem;
import io.github.bpflinker.llvm.DebugNode;
import io.github.bpflinker.llvm.Module;
import io.github.bpflinker.version.LlvmVersion;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Removes the variant parts of Rust enums with data from the debug information. LLVM supports them in BTF since 21.1.5;
 * older ones treat a variant part as a member and fail.
 */
public final class DropVariantParts implements LinkPass {

    private static final LlvmVersion FIRST_THAT_WRITES_THEM = new LlvmVersion(21, 1, 5);

    private final Consumer<Diagnostic> warnings;

    /** Creates the pass; one warning names the types that lose their variants. */
    public DropVariantParts(Consumer<Diagnostic> warnings) {
        this.warnings = warnings;
    }

    /** Whether the pass is necessary for this LLVM. */
    public static boolean isNeededBy(LlvmVersion llvm) {
        return !llvm.isAtLeast(FIRST_THAT_WRITES_THEM);
    }

    @Override
    public void run(Module module) {
        if (module.isDescribedAsC()) {
            return;
        }
        Set<String> changed = new TreeSet<>();
        DebugNode.visit(module, node -> {
            if (node.isCompositeType()) {
                dropVariantPart(node, changed);
            }
        });
        if (!changed.isEmpty()) {
            warnings.accept(Diagnostic.warning(Problem.TYPE_SIMPLIFIED).withRelated(List.copyOf(changed)));
        }
    }

    private static void dropVariantPart(DebugNode type, Set<String> changed) {
        List<DebugNode> elements = type.elements();
        List<DebugNode> kept = elements.stream()
                .filter(element -> !(element.isCompositeType() && element.tag() == DebugNode.VARIANT_PART))
                .toList();
        if (kept.size() < elements.size()) {
            type.setElements(kept);
            changed.add(type.name());
        }
    }
}
