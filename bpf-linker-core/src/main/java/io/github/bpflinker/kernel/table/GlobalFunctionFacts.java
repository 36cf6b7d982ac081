package io.github.bpflinker.kernel.table;

import io.github.bpflinker.diagnostic.Remedy;
import io.github.bpflinker.kernel.table.FactTable.Row;
import io.github.bpflinker.kernel.table.Feature.Kind;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What global functions can take and return, from {@code global-functions.tsv}. */
public final class GlobalFunctionFacts {

    private static final Map<String, Feature> BY_NAME = new HashMap<>();

    static {
        for (Row row : KernelFacts.rows("global-functions.tsv")) {
            BY_NAME.put(
                    row.text("name"),
                    Feature.of(
                            Kind.CODE,
                            "global function with " + row.text("what"),
                            row.releases(),
                            Remedy.of(Remedy.Action.STATIC),
                            KernelFacts.NEWER_KERNEL));
        }
    }

    private GlobalFunctionFacts() {}

    /**
     * A property of a global function; empty if every kernel with global functions accepts it.
     *
     * @param name {@code pointer}, {@code void-pointer}, {@code void}, {@code result}, or a tag of an argument such as {@code
     *     arg:nonnull}
     */
    public static Optional<Feature> of(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }
}
