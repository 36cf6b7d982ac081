package io.github.bpflinker.kernel.table;

import java.util.Locale;
import java.util.Optional;

/**
 * What to do about a feature that a kernel lacks.
 *
 * @param argument what to use instead where there is a choice: a CPU, helper, map type or section; else empty
 */
public record Remedy(Action action, String argument) {

    /** The kinds of remedies. */
    public enum Action {
        /** Have functions inlined. */
        INLINE,
        /** Have loops unrolled. */
        UNROLL,
        /** Generate code for an older BPF CPU, the argument. */
        CPU,
        /** Use an older helper or map type, the argument. */
        USE,
        /** Call a helper from a program of another type, one whose section is the argument. */
        PROGRAM_TYPE,
        /** Put the program into another section, the argument. */
        SECTION,
        /** Keep data in a map of one element instead of in global variables. */
        MAP_INSTEAD_OF_GLOBAL_DATA,
        /** Keep large variables in a map. */
        MAP_INSTEAD_OF_STACK,
        /** Write a loop instead of a callback. */
        LOOP_INSTEAD_OF_CALLBACK,
        /** Have switches compiled to comparisons. */
        NO_JUMP_TABLES,
        /** Split the program by tail calls. */
        SPLIT,
        /** Replace the recursion by a loop. */
        NO_RECURSION,
        /** Lower the BTF, or leave it out. */
        LOWER_BTF,
        /** Nothing but a newer kernel helps. */
        NEWER_KERNEL
    }

    public static Remedy of(Action action) {
        return new Remedy(action, "");
    }

    /** Reads an {@link #id()}. */
    public static Optional<Remedy> parse(String id) {
        int colon = id.indexOf(':');
        String name = colon < 0 ? id : id.substring(0, colon);
        for (Action action : Action.values()) {
            if (nameOf(action).equals(name)) {
                return Optional.of(new Remedy(action, colon < 0 ? "" : id.substring(colon + 1)));
            }
        }
        return Optional.empty();
    }

    /** As diagnostics carry it: {@code unroll}, {@code cpu:v2}, {@code use:bpf_probe_read}. */
    public String id() {
        return argument.isEmpty() ? nameOf(action) : nameOf(action) + ":" + argument;
    }

    private static String nameOf(Action action) {
        return action.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
