package io.github.bpflinker.btf.shape;

import io.github.bpflinker.btf.BtfType;
import java.util.Map;

/** Renames variables in BTF, where they have the names of their symbols. */
public final class VariableNames {

    private VariableNames() {}

    /**
     * Returns the object with the variables renamed.
     *
     * @param names maps current names to new names; other variables are not changed
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
