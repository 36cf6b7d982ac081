package io.github.bpflinker.link.emit;

import io.github.bpflinker.btf.shape.TypeNamesForKernel;
import io.github.bpflinker.llvm.DebugNode;
import io.github.bpflinker.llvm.Module;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Renames types and functions in the debug information of a module to their names in the object's BTF, for IR and
 * assembly outputs.
 */
final class SanitizeDebugNames {

    private SanitizeDebugNames() {}

    /**
     * Renames types and functions.
     *
     * @return the renamed nodes with their original names, to be restored because copies of a module share its debug
     *     information
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
        return node.isPointerType() ? "" : TypeNamesForKernel.safe(name);
    }
}
