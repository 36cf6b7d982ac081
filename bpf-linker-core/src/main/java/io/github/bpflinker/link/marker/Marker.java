package io.github.bpflinker.link.marker;

import io.github.bpflinker.btf.CoreRelocation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the name of a marker says. */
sealed interface Marker {

    /** The name of the marker, as the program declares it. */
    String symbol();

    /** Whether it has the value of a CO-RE relocation. */
    default boolean isRelocation() {
        return false;
    }

    /**
     * A field relocation.
     *
     * @param path at least one element
     */
    record Field(String symbol, CoreRelocation.Kind kind, TypeName root, List<PathElement> path) implements Marker {
        public Field {
            path = List.copyOf(path);
        }

        @Override
        public boolean isRelocation() {
            return true;
        }
    }

    /** A relocation of a whole type. */
    record Type(String symbol, CoreRelocation.Kind kind, TypeName root) implements Marker {
        @Override
        public boolean isRelocation() {
            return true;
        }
    }

    /** A relocation of an enumerator. */
    record Enumerator(String symbol, CoreRelocation.Kind kind, TypeName root, String enumerator) implements Marker {
        @Override
        public boolean isRelocation() {
            return true;
        }
    }

    /** What an access does with memory. */
    enum Operation {
        LOAD,
        STORE,
        /** Adds in one step, without other order among processors. */
        ADD
    }

    /**
     * A load or store without checks, or an atomic addition.
     *
     * @param irType the type of the value in IR
     * @param bytes its size, which is its alignment
     */
    record Access(String symbol, Operation operation, String irType, int bytes) implements Marker {}

    /**
     * A function or variable of the kernel, or the question whether the kernel has it.
     *
     * @param question whether it is the function that answers that question
     * @param name the name in the kernel
     * @param weak whether the object loads without it
     * @param type the type of a variable; null if it is not said
     * @param signature the signature of a function; null if it is not said
     */
    record KernelSymbol(
            String symbol,
            boolean question,
            String name,
            boolean weak,
            @Nullable FieldType type,
            @Nullable Signature signature)
            implements Marker {}

    /** A value of the kernel's configuration. */
    record Config(String symbol, String name, boolean weak, FieldType type) implements Marker {}

    /**
     * The name of a type.
     *
     * @param word {@code struct}, {@code union}, {@code enum}, {@code typedef}, or empty for any kind
     */
    record TypeName(String word, String name) {
        @Override
        public String toString() {
            return word.isEmpty() ? name : word + " " + name;
        }
    }

    /**
     * A step of a path.
     *
     * @param throughPointer whether it follows the pointer before it
     * @param type the type of the field; null if it is that of the kernel
     */
    record PathElement(
            boolean throughPointer,
            String field,
            List<Integer> indexes,
            @Nullable FieldType type) {
        public PathElement {
            indexes = List.copyOf(indexes);
        }
    }

    /**
     * The signature of a function of the kernel.
     *
     * @param result null for {@code void}
     */
    record Signature(List<FieldType> parameters, @Nullable FieldType result) {
        public Signature {
            parameters = List.copyOf(parameters);
        }
    }
}
