package io.github.bpflinker.btf.shape;

import io.github.bpflinker.btf.BtfExt;
import io.github.bpflinker.btf.BtfLinkage;
import io.github.bpflinker.btf.BtfType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Sets the linkage of each function to that of its symbol. LLVM takes the linkage from the debug information, in which
 * a function that the linker internalized is still global. The kernel verifies global functions separately and rejects
 * those that do not return a scalar.
 */
final class FunctionLinkage {

    private FunctionLinkage() {}

    static ObjectBtf apply(ObjectBtf object, List<ObjectFunction> functions) {
        Map<String, Map<Long, ObjectFunction>> bySection = new HashMap<>();
        functions.forEach(function -> bySection
                .computeIfAbsent(function.section(), section -> new HashMap<>())
                .put(function.offset(), function));
        List<BtfType> types = new ArrayList<>(object.btf().types());
        for (BtfExt.Section<BtfExt.FuncInfo> section : object.ext().functions()) {
            Map<Long, ObjectFunction> byOffset = bySection.getOrDefault(section.name(), Map.of());
            for (BtfExt.FuncInfo info : section.entries()) {
                ObjectFunction function = byOffset.get(info.offset());
                int index = info.type() - object.btf().firstId();
                if (function != null && types.get(index) instanceof BtfType.Func described) {
                    BtfLinkage linkage = function.global() ? BtfLinkage.GLOBAL : BtfLinkage.STATIC;
                    types.set(index, new BtfType.Func(described.name(), described.type(), linkage));
                }
            }
        }
        return object.withTypes(types);
    }
}
