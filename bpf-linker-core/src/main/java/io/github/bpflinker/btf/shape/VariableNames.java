package io.github.bpflinker.btf.shape;

import io.github.bpflinker.btf.BtfType;
import java.util.Map;

/** Renames variables, whose BTF has the names of their symbols. */
public final class VariableNames {

    private VariableNames() {}

    /**
     * Renames.
     *
     * @param names the new name by the present one; others stay
     */
    public static ObjectBtf apply(ObjectBtf object, Map<String, String> names) {
        return names.isEmpty()
                ? object
                : object.withTypes(object.btf().types().stream()
                        .map(type -> type instanceof BtfType.Var variable ? renamed(variable, names) : type)
                        .toList());
    }

    private static BtfType renamed(BtfType.Var variable, Map<String, String> names) {
        return new BtfType.Var(
                names.getOrDefault(variable.name(), variable.name()), variable.type(), variable.linkage());
    }
}
