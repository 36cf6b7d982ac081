package io.github.bpflinker.btf;

import java.util.function.IntFunction;

/** What must hold between types so that whoever follows references ends. */
final class Shape {

    private Shape() {}

    /**
     * Throws if a type contains itself by value, or refers to itself without a struct or union between (what no
     * language can declare).
     */
    static void check(
            int firstId, int typeCount, IntFunction<BtfType> types, IntFunction<? extends RuntimeException> onCycle) {
        PostOrder contained = new PostOrder(typeCount, types, Shape::isByValue, onCycle);
        PostOrder declared = new PostOrder(typeCount, types, type -> !(type instanceof BtfType.Composite), onCycle);
        for (int id = firstId; id < typeCount; id++) {
            contained.visit(id, visited -> {});
            declared.visit(id, visited -> {});
        }
    }

    /** Whether it contains what it refers to, or is it under another name. */
    private static boolean isByValue(BtfType type) {
        return type instanceof BtfType.Composite || type instanceof BtfType.Modifier || type instanceof BtfType.Array;
    }
}
