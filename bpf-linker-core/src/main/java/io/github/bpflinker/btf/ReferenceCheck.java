package io.github.bpflinker.btf;

import java.util.function.IntFunction;
import java.util.function.Predicate;

/** Checks that chains of references and of nested types end within {@link #MAX_DEPTH} steps. */
final class ReferenceCheck {

    /**
     * The maximum length of a chain of references without a struct or union in between, and of a chain of nested types.
     * The kernel's limit is 32.
     */
    static final int MAX_DEPTH = 512;

    private final int firstId;
    private final int typeCount;
    private final IntFunction<BtfType> types;
    private final Invalid invalid;

    /** Creates the exception for an invalid type. */
    interface Invalid {
        RuntimeException at(int id, String reason);
    }

    private ReferenceCheck(int firstId, int typeCount, IntFunction<BtfType> types, Invalid invalid) {
        this.firstId = firstId;
        this.typeCount = typeCount;
        this.types = types;
        this.invalid = invalid;
    }

    /**
     * Throws if a type contains itself by value, if a cycle of references has no struct or union in it, or if a chain
     * of either sort has more than {@link #MAX_DEPTH} steps.
     */
    static void check(int firstId, int typeCount, IntFunction<BtfType> types, Invalid invalid) {
        ReferenceCheck shape = new ReferenceCheck(firstId, typeCount, types, invalid);
        shape.check(ReferenceCheck::isByValue);
        shape.check(type -> !(type instanceof BtfType.Composite));
    }

    private void check(Predicate<BtfType> opens) {
        int[] depths = new int[typeCount];
        PostOrder order = new PostOrder(typeCount, types, opens, id -> invalid.at(id, "refers to itself"));
        for (int root = firstId; root < typeCount; root++) {
            order.visit(root, id -> {
                BtfType type = types.apply(id);
                if (opens.test(type)) {
                    depths[id] = 1 + deepest(type, depths);
                    if (depths[id] > MAX_DEPTH) {
                        throw invalid.at(id, "leads through more than " + MAX_DEPTH + " types");
                    }
                }
            });
        }
    }

    private static int deepest(BtfType type, int[] depths) {
        int deepest = 0;
        int references = type.referenceCount();
        for (int i = 0; i < references; i++) {
            deepest = Math.max(deepest, depths[type.reference(i)]);
        }
        return deepest;
    }

    /** Whether the type contains the referenced type by value or is an alias of it. */
    private static boolean isByValue(BtfType type) {
        return type instanceof BtfType.Composite || type instanceof BtfType.Modifier || type instanceof BtfType.Array;
    }
}
