package io.github.bpflinker.load.plan;

/** An extern: a symbol that the object uses and the kernel or the loader defines. */
public sealed interface Extern {

    String name();

    /** Whether it is optional: if it is missing, its address is 0, and calls of it must be unreachable. */
    boolean weak();

    /**
     * A variable of {@code .kconfig}: {@code CONFIG_…} from the kernel's configuration, or {@code LINUX_…}, provided by
     * the loader.
     *
     * @param offset its offset in the value of the map, in bytes
     * @param size in bytes
     * @param type the type of its values
     * @param signed whether a number is signed
     */
    record Kconfig(String name, boolean weak, int offset, int size, Type type, boolean signed) implements Extern {

        /** The types of values. */
        public enum Type {
            CHAR,
            BOOL,
            /** An integer of 2, 4 or 8 bytes. */
            INT,
            /** {@code enum libbpf_tristate}: n, y or m as 0, 1, 2. */
            TRISTATE,
            /** A NUL-terminated {@code char[]}. */
            TEXT
        }
    }

    /**
     * A variable of the kernel or of a module.
     *
     * @param type the id of its type in {@link PlannedBtf#types()}, without modifiers; 0 if it was declared {@code
     *     void}, so that its address is looked up in {@code /proc/kallsyms}
     */
    record Variable(String name, boolean weak, int type) implements Extern {}

    /**
     * A function of the kernel or of a module (kfunc).
     *
     * @param kernelName its name without a flavour
     * @param type the id of its prototype in {@link PlannedBtf#types()}
     */
    record Function(String name, boolean weak, String kernelName, int type) implements Extern {}
}
