package io.github.bpflinker.diagnostic;

import java.util.Locale;
import java.util.Optional;

/**
 * A remedy for a feature that a kernel lacks.
 *
 * @param argument the CPU, helper, map type or section to use instead; empty for other remedies
 */
public record Remedy(Action action, String argument) {

    /** The kinds of remedies. */
    public enum Action {
        /** Inline functions. */
        INLINE,
        /** Unroll loops. */
        UNROLL,
        /** Generate code for an older BPF CPU, the argument. */
        CPU,
        /** Use an older helper or map type, the argument. */
        USE,
        /** Call a helper from a program of another type, one whose section is the argument. */
        PROGRAM_TYPE,
        /** Put the program into another section, the argument. */
        SECTION,
        /** Use a map with one element instead of global variables. */
        MAP_INSTEAD_OF_GLOBAL_DATA,
        /** Keep large variables in a map. */
        MAP_INSTEAD_OF_STACK,
        /** Write a loop instead of a callback. */
        LOOP_INSTEAD_OF_CALLBACK,
        /** Compile switches to comparisons. */
        NO_JUMP_TABLES,
        /** Split the program by tail calls. */
        SPLIT,
        /** Replace the recursion by a loop. */
        NO_RECURSION,
        /** Declare the kfunc weak and call it only where it exists. */
        GUARD,
        /** Set a flag of the map, the argument. */
        MAP_FLAG,
        /** Declare the function static. */
        STATIC,
        /** Lower the BTF, or leave it out. */
        LOWER_BTF,
        /** No remedy other than a newer kernel. */
        NEWER_KERNEL;

        private final String id = name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Remedy of(Action action) {
        return new Remedy(action, "");
    }

    /** Reads an {@link #id()}. */
    public static Optional<Remedy> parse(String id) {
        int colon = id.indexOf(':');
        String name = colon < 0 ? id : id.substring(0, colon);
        for (Action action : Action.values()) {
            if (action.id.equals(name)) {
                return Optional.of(new Remedy(action, colon < 0 ? "" : id.substring(colon + 1)));
            }
        }
        return Optional.empty();
    }

    /** Its text form: {@code unroll}, {@code cpu:v2}, {@code use:bpf_probe_read}. */
    public String id() {
        return argument.isEmpty() ? action.id : action.id + ":" + argument;
    }
}
