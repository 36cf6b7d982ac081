package io.github.bpflinker.generate;

import java.util.List;

/**
 * An enumeration that a class is written for.
 *
 * @param declared in the source
 * @param kind of its numbers
 */
record EnumModel(ClassName name, String declared, NumberKind kind, List<Constant> constants) {

    /** More would not fit into the initializer of a class. */
    private static final int MOST = 1500;

    /**
     * A named number.
     *
     * @param name in Java
     * @param label in the source
     */
    record Constant(String name, String label, long value) {}

    EnumModel {
        constants = List.copyOf(constants);
    }

    /** Whether there can be an enumeration of Java for it. */
    static boolean fits(int constants) {
        return constants > 0 && constants <= MOST;
    }
}
