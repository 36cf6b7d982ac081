package io.github.bpflinker.link.emit;

import io.github.bpflinker.btf.shape.KernelTypeNames;
import io.github.bpflinker.llvm.DebugNode;
import io.github.bpflinker.llvm.Module;
import java.util.LinkedHashMap;
import java.util.Map;

/** Gives the debug information of a module the names that BTF has in the object, for outputs that are read. */
final class CleanNames {

    private CleanNames() {}

    /**
     * Renames types and functions.
     *
     * @return those that were renamed, with their former names: copies of a module share its debug information
     */
    static Map<DebugNode, String> giveTo(Module module) {
        Map<DebugNode, String> former = new LinkedHashMap<>();
        DebugNode.visit(module, node -> {
            if (node.isType() || node.isSubprogram()) {
                String name = node.name();
                if (!inBtf(node, name).equals(name)) {
                    former.put(node, name);
                }
            }
        });
        former.forEach((node, name) -> node.setName(inBtf(node, name)));
        return former;
    }

    private static String inBtf(DebugNode node, String name) {
        return node.isPointerType() ? "" : KernelTypeNames.safe(name);
    }
}
