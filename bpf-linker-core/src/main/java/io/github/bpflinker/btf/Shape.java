package io.github.bpflinker.btf;

import java.util.function.IntFunction;
import java.util.function.Predicate;

/** What must hold between types so that whoever follows references ends. */
final class Shape {

    /** Types that contain what they refer to, or are it under another name. */
    private static final Predicate<BtfType> BY_VALUE =
            t -> t instanceof BtfType.Composite || t instanceof BtfType.Modifier || t instanceof BtfType.Array;

    private static final Predicate<BtfType> NO_COMPOSITE = t -> !(t instanceof BtfType.Composite);

    private Shape() {}

    /**
     * Throws if a type contains itself by value, or refers to itself without a struct or union between (what no
     * language can declare).
     */
    static void check(
            int firstId, int typeCount, IntFunction<BtfType> types, IntFunction<? extends RuntimeException> onCycle) {
        PostOrder contained = new PostOrder(typeCount, types, BY_VALUE, onCycle);
        PostOrder declared = new PostOrder(typeCount, types, NO_COMPOSITE, onCycle);
        for (int id = firstId; id < typeCount; id++) {
            contained.visit(id, visited -> {});
            declared.visit(id, visited -> {});
        }
    }
}
