package io.github.bpflinker.kernel.table;

import io.github.bpflinker.btf.Flavours;
import io.github.bpflinker.diagnostic.Remedy;
import io.github.bpflinker.diagnostic.Remedy.Action;
import io.github.bpflinker.kernel.table.FactTable.Row;
import io.github.bpflinker.kernel.table.Feature.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/** The kfuncs of each release, from {@code kfuncs.tsv}. */
public final class Kfuncs {

    private static final Remedy GUARD = Remedy.of(Action.GUARD);

    private record Signature(String parameters, Feature feature) {}

    private static final Map<String, List<Signature>> BY_NAME = new HashMap<>();

    static {
        for (Row row : KernelFacts.rows("kfuncs.tsv")) {
            BY_NAME.computeIfAbsent(row.text("name"), name -> new ArrayList<>())
                    .add(new Signature(
                            row.text("parameters"),
                            KernelFacts.feature(Kind.KFUNC, row, GUARD, KernelFacts.NEWER_KERNEL)));
        }
    }

    private Kfuncs() {}

    /** The names of all. */
    static Set<String> names() {
        return BY_NAME.keySet();
    }

    /**
     * The kfunc of that name; an unknown feature if the table lacks it.
     *
     * @param parameters the number of parameters in the object's declaration, by which loaders tell it from others of that
     *     name; empty if it has no declaration
     */
    public static Feature of(String name, OptionalInt parameters) {
        List<Signature> known = BY_NAME.getOrDefault(name, List.of());
        if (known.isEmpty()) {
            known = BY_NAME.getOrDefault(Flavours.essential(name), List.of());
        }
        if (known.isEmpty()) {
            return Feature.unknown(Kind.KFUNC, name, GUARD);
        }
        for (Signature signature : known) {
            if (parameters.isPresent() && signature.parameters().equals(String.valueOf(parameters.getAsInt()))) {
                return signature.feature();
            }
        }
        Feature newest = known.get(known.size() - 1).feature();
        boolean differs = !known.get(0).parameters().isEmpty() && parameters.isPresent();
        return differs
                ? Feature.ofNoKernel(Kind.KFUNC, name + " with " + parameters.getAsInt() + " parameters", GUARD)
                : newest;
    }
}
